package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.store.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * When devices were last here. A batch goes out in one statement, sorted, so that two batches never wait for each other
 * in a circle.
 */
final class JdbcDeviceSeen implements DeviceSeen {
    private final Transactions transactions;

    /** The table in a database whose schema is current. */
    JdbcDeviceSeen(Jdbi jdbi) {
        this.transactions = new Transactions(jdbi);
    }

    @Override
    public void write(List<Seen> seen) {
        transactions.write(handle -> new Sql(handle, """
                        insert into device_seen as kept (tenant, device, seen_at, address, user_agent)
                        select s.* from (
                          select distinct on (tenant, device) * from unnest(
                            cast(:tenants as bigint[]), cast(:devices as bigint[]), cast(:at as timestamptz[]),
                            cast(:addresses as text[]), cast(:user_agents as text[]))
                            b(tenant, device, at, address, user_agent)
                          order by tenant, device, at desc) s
                        join device d on d.tenant = s.tenant and d.id = s.device
                        order by s.tenant, s.device
                        for key share of d
                        on conflict (tenant, device) do update set
                          seen_at = excluded.seen_at, address = excluded.address, user_agent = excluded.user_agent
                        where excluded.seen_at > kept.seen_at""")
                .bind("tenants", each(seen, Seen::tenant))
                .bind("devices", each(seen, Seen::device))
                .bind("at", each(seen, Seen::at))
                .bind("addresses", each(seen, Seen::address))
                .bind("user_agents", each(seen, Seen::userAgent))
                .run());
    }

    @Override
    public Optional<Seen> last(Id<Tenant> tenant, Id<Device> device) {
        return transactions.read(
                handle -> new Sql(handle, "select * from device_seen where tenant = :tenant and device = :device")
                        .bind("tenant", tenant)
                        .bind("device", device)
                        .first(row -> new Seen(
                                row.id("tenant"),
                                row.id("device"),
                                row.instant("seen_at"),
                                row.text("address"),
                                row.text("user_agent"))));
    }

    private static <T> List<T> each(List<Seen> seen, Function<Seen, T> part) {
        return seen.stream().map(part).toList();
    }
}
