package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Import;
import dev.slipway.base.fleet.acts.ImportedDevice;
import dev.slipway.base.fleet.acts.Imports;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Imports, and what each did to devices. */
record JdbcImports(Desk desk) implements Imports {
    private static final String QUERY = """
            select t.*,
              (select count(*) from import_device d where d.tenant = t.tenant and d.import = t.id) devices,
              (select count(*) from activation a where a.tenant = t.tenant and a.import = t.id) people
            from import t where t.tenant = :tenant""";

    @Override
    public Optional<Import> find(Id<Import> id) {
        return desk.sql(QUERY + " and t.id = :id").bind("id", id).first(JdbcImports::read);
    }

    @Override
    public List<Import> newest(int limit) {
        return desk.sql(QUERY + " order by t.made_at desc, t.id desc limit :limit")
                .bind("limit", limit)
                .list(JdbcImports::read);
    }

    @Override
    public List<ImportedDevice> of(Id<Import> id) {
        return desk.sql("select * from import_device where tenant = :tenant and import = :import order by device")
                .bind("import", id)
                .list(row -> new ImportedDevice(
                        row.id("device"),
                        row.optionalText("before").map(SetupText::read),
                        SetupText.read(row.text("after"))));
    }

    @Override
    public void keep(Import made, List<ImportedDevice> devices) {
        begin(made);
        desk.sql("""
                        insert into import_device (tenant, import, device, before, after)
                        select :tenant, :import, d.device, cast(nullif(d.before, '') as jsonb), cast(d.after as jsonb)
                        from unnest(cast(:devices as bigint[]), cast(:befores as text[]), cast(:afters as text[]))
                          d(device, before, after)""")
                .bind("import", made.id())
                .bind("devices", devices.stream().map(ImportedDevice::device).toList())
                .bind(
                        "befores",
                        devices.stream()
                                .map(one -> one.before().map(SetupText::write).orElse(""))
                                .toList())
                .bind(
                        "afters",
                        devices.stream()
                                .map(one -> SetupText.write(one.after()))
                                .toList())
                .run();
    }

    @Override
    public void begin(Import made) {
        desk.sql("insert into import (tenant, id, name, made_at) values (:tenant, :id, :name, :at)")
                .bind("id", made.id())
                .bind("name", made.name())
                .bind("at", made.at())
                .run();
    }

    @Override
    public void undone(Id<Import> id, List<Id<Device>> devices, Instant at) {
        desk.sql("""
                        delete from import_device
                        where tenant = :tenant and import = :import
                          and device = any(cast(:devices as bigint[]))
                        """).bind("import", id).bind("devices", devices).run();
        desk.sql("""
                        update import t set undone_at = :at
                        where tenant = :tenant and id = :import and not exists (
                          select from import_device d where d.tenant = t.tenant and d.import = t.id)
                          and not exists (
                          select from activation a where a.tenant = t.tenant and a.import = t.id)
                        """).bind("import", id).bind("at", at).run();
    }

    private static Import read(Columns row) throws SQLException {
        return new Import(
                row.id("id"),
                row.text("name"),
                row.instant("made_at"),
                row.small("devices"),
                row.small("people"),
                row.optionalInstant("undone_at"));
    }
}
