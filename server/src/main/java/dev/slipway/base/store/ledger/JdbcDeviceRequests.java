package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Decided;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceRequests;
import dev.slipway.base.store.sql.Sql;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * The request log. A batch goes out in one statement, sorted like those of {@link JdbcDeviceSeen}. The first decision
 * of a batch about a document is compared with the last one kept, which a node that started since does not remember;
 * those after it differ from each other.
 */
final class JdbcDeviceRequests implements DeviceRequests {
    private final Transactions transactions;

    /** The table in a database whose schema is current. */
    JdbcDeviceRequests(Jdbi jdbi) {
        this.transactions = new Transactions(jdbi);
    }

    @Override
    public void write(List<Decided> decided) {
        transactions.write(handle -> new Sql(handle, """
                        insert into request_log (tenant, device, since, identify, admit, decide, answer)
                        select d.tenant, d.id, b.since, b.identify, b.admit, b.decide, b.answer
                        from (
                          select *, row_number() over (partition by device, decide order by since, place) as nth
                          from unnest(cast(:devices as bigint[]), cast(:since as timestamptz[]),
                            cast(:identify as text[]), cast(:admit as text[]), cast(:decide as text[]),
                            cast(:answer as text[])) with ordinality
                            u(device, since, identify, admit, decide, answer, place)) b
                        join device d on d.id = b.device
                        left join lateral (
                          select r.identify, r.admit, r.answer from request_log r
                          where r.tenant = d.tenant and r.device = d.id and r.decide = b.decide
                          order by r.since desc, r.serial desc limit 1) last on b.nth = 1
                        where (b.identify, b.admit, b.answer)
                          is distinct from (last.identify, last.admit, last.answer)
                        order by d.tenant, d.id, b.since, b.place
                        for key share of d""")
                .bind("devices", each(decided, Decided::device))
                .bind("since", each(decided, Decided::since))
                .bind("identify", each(decided, Decided::identify))
                .bind("admit", each(decided, Decided::admit))
                .bind("decide", each(decided, Decided::decide))
                .bind("answer", each(decided, Decided::answer))
                .run());
    }

    @Override
    public List<Decided> newest(Id<Tenant> tenant, Id<Device> device, int limit) {
        return transactions.read(handle -> new Sql(handle, """
                        select * from request_log where tenant = :tenant and device = :device
                        order by since desc, serial desc limit :limit""")
                .bind("tenant", tenant)
                .bind("device", device)
                .bind("limit", limit)
                .list(row -> new Decided(
                        row.id("device"),
                        row.instant("since"),
                        row.text("identify"),
                        row.text("admit"),
                        row.text("decide"),
                        row.text("answer"))));
    }

    private static <T> List<T> each(List<Decided> decided, Function<Decided, T> part) {
        return decided.stream().map(part).toList();
    }
}
