package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.Devices;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.store.people.GroupedRows;
import dev.slipway.base.store.people.Membership;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Sql;
import dev.slipway.base.store.sql.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Devices, their marks and their tokens. */
record JdbcDevices(Desk desk, Table<Device> table) implements Devices, NamedRows<Device>, GroupedRows<Device> {
    JdbcDevices(Desk desk) {
        this(desk, new Table<>(desk, DeviceShapes.DEVICE));
    }

    @Override
    public void add(Device added) {
        table.add(added);
        note(added.id());
    }

    @Override
    public void replace(Device changed) {
        table.replace(changed);
        note(changed.id());
    }

    @Override
    public boolean remove(Id<Device> id) {
        note(id);
        return table.remove(id);
    }

    @Override
    public Optional<Device> identified(DeviceIdentifier identifier) {
        return table.where("""
                        join device_identifier i on i.tenant = t.tenant and i.device = t.id
                        where i.tenant = :tenant and i.kind = :kind and i.value = :value""")
                .bind("kind", identifier.kind())
                .bind("value", identifier.value())
                .first(table.reading());
    }

    @Override
    public List<DeviceIdentifier> identifiers(Id<Device> device) {
        return of(
                        device,
                        "select kind, value from device_identifier where tenant = :tenant and device = :device"
                                + " order by kind, value")
                .list(JdbcDevices::identifier);
    }

    static DeviceIdentifier identifier(Columns row) throws SQLException {
        return new DeviceIdentifier(row.text("kind"), row.text("value"));
    }

    @Override
    public void identify(Id<Device> device, List<DeviceIdentifier> identifiers) {
        of(device, "delete from device_identifier where tenant = :tenant and device = :device")
                .run();
        of(device, """
                        insert into device_identifier (tenant, device, kind, value)
                        select distinct :tenant, cast(:device as bigint), i.kind, i.value
                        from unnest(cast(:kinds as text[]), cast(:values as text[])) i(kind, value)""")
                .bind("kinds", identifiers.stream().map(DeviceIdentifier::kind).toList())
                .bind(
                        "values",
                        identifiers.stream().map(DeviceIdentifier::value).toList())
                .run();
        note(device);
    }

    @Override
    public List<Device> of(Id<User> user) {
        return table.by("user", user, "t.created_at, t.id");
    }

    /** Rows that were met are not followed again, so a circle in the data would end too. */
    @Override
    public List<Device> within(Id<Group> group, int limit) {
        return table.where("""
                        where t.tenant = :tenant and t.state = 'active' and t.id in (
                          with recursive down(id) as (
                            select cast(:group as bigint)
                            union
                            select g.id from "group" g join down on g.parent = down.id where g.tenant = :tenant)
                          select m.device from group_device m join down on m."group" = down.id
                          where m.tenant = :tenant
                          union
                          select d.id from device d
                          join group_user m on m.tenant = d.tenant and m."user" = d."user"
                          join down on m."group" = down.id
                          where d.tenant = :tenant)
                        order by t.id limit :limit""").bind("group", group).bind("limit", limit).list(table.reading());
    }

    @Override
    public Membership<Device> membership() {
        return new Membership<>(desk, table, Change.Kind.DEVICE);
    }

    @Override
    public void token(Id<Device> device, Bytes sha256) {
        of(device, """
                        insert into device_token (tenant, device, sha256) values (:tenant, :device, :sha256)
                        on conflict (tenant, device)
                        do update set sha256 = excluded.sha256, created_at = excluded.created_at
                        """).bind("sha256", sha256).run();
        note(device);
    }

    @Override
    public void revokeToken(Id<Device> device) {
        of(device, "delete from device_token where tenant = :tenant and device = :device")
                .run();
        note(device);
    }

    private Sql of(Id<Device> device, String text) {
        return desk.sql(text).bind("device", device);
    }

    private void note(Id<Device> device) {
        desk.changes().note(Change.Kind.DEVICE, device);
    }
}
