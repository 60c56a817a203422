package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.ledger.FleetDevice;
import dev.slipway.base.fleet.ledger.FleetReader;
import dev.slipway.base.fleet.ledger.FleetVisitor;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.store.devices.DeviceStores;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Streams the fleet with a cursor; one statement per kind, joined by the database.
 */
final class JdbcFleetReader implements FleetReader {
    /** Rows in memory at a time. */
    private static final int FETCH_SIZE = 10_000;

    private final Transactions transactions;

    /** The fleet in a database whose schema is current. */
    JdbcFleetReader(Jdbi jdbi) {
        this.transactions = new Transactions(jdbi);
    }

    /** Takes longer than other statements may: the limit of time is lifted for this transaction. */
    @Override
    public void read(List<String> files, FleetVisitor visitor) {
        transactions.read(handle -> {
            handle.execute("set local statement_timeout = 0");
            visitor.began(JdbcChangeReader.ended(handle));
            groups(handle, visitor);
            memberships(handle, visitor);
            changes(handle, visitor);
            devices(handle, files, visitor);
            return visitor;
        });
    }

    private static void groups(Handle handle, FleetVisitor visitor) {
        new Sql(handle, "select id, name, parent from \"group\"")
                .each(
                        FETCH_SIZE,
                        row -> new Group(row.id("id"), row.text("name"), row.optionalId("parent")),
                        visitor::group);
    }

    private static void memberships(Handle handle, FleetVisitor visitor) {
        new Sql(handle, "select \"user\", array_agg(\"group\") as groups from group_user group by tenant, \"user\"")
                .each(FETCH_SIZE, Membership::read, found -> visitor.membership(found.user, found.groups));
    }

    private static void devices(Handle handle, List<String> files, FleetVisitor visitor) {
        new Sql(handle, """
                        select d.tenant, d.id, d.state, d.type, d."user", g.groups,
                          k.sha256, i.macs, f.file, f.etag, f.content_hash, f.serial, f.expires_at,
                          a.device, a.generation, a.open_until, a.pinned, a.maker, a.model, a.program, a.network,
                          a.certificate, a.positions
                        from device d
                        left join device_token k on k.tenant = d.tenant and k.device = d.id
                        left join device_address a on a.tenant = d.tenant and a.device = d.id
                        left join device_document f
                          on f.tenant = d.tenant and f.device = d.id and f.file = any(cast(:files as text[]))
                        left join (select tenant, device, array_agg(value) as macs
                                   from device_identifier where kind = 'mac' group by tenant, device) i
                          on i.tenant = d.tenant and i.device = d.id
                        left join (select tenant, device, array_agg("group") as groups
                                   from group_device group by tenant, device) g
                          on g.tenant = d.tenant and g.device = d.id
                        """).bind("files", files).each(FETCH_SIZE, JdbcFleetReader::device, visitor::device);
    }

    private static void changes(Handle handle, FleetVisitor visitor) {
        new Sql(
                        handle,
                        "select tenant, kind, subject, max(" + ChangeRows.XID + ") as serial from change_log"
                                + " group by tenant, kind, subject")
                .each(FETCH_SIZE, ChangeRows::read, visitor::changed);
    }

    private static FleetDevice device(Columns row) throws SQLException {
        return new FleetDevice(
                row.id("tenant"),
                row.id("id"),
                row.constant(Device.State.class, "state"),
                new FleetDevice.Belonging(row.id("type"), row.optionalId("user"), groups(row)),
                new FleetDevice.Access(row.optionalBytes("sha256"), address(row), row.texts("macs")),
                mark(row));
    }

    private static Optional<DeviceAddress> address(Columns row) throws SQLException {
        return row.optionalId("device").isEmpty() ? Optional.empty() : Optional.of(DeviceStores.ADDRESS.read(row));
    }

    private static Optional<FleetDevice.Mark> mark(Columns row) throws SQLException {
        Optional<String> file = row.optionalText("file");
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new FleetDevice.Mark(
                        file.get(),
                        row.text("etag"),
                        row.text("content_hash"),
                        row.number("serial"),
                        row.instant("expires_at")));
    }

    private static List<Id<Group>> groups(Columns row) throws SQLException {
        return row.numbers("groups").stream().map(Id<Group>::new).toList();
    }

    private record Membership(Id<User> user, List<Id<Group>> groups) {
        static Membership read(Columns row) throws SQLException {
            return new Membership(row.id("user"), JdbcFleetReader.groups(row));
        }
    }
}
