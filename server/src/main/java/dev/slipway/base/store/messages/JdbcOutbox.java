package dev.slipway.base.store.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Outbox;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Sql;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The outboxes of all tenants in one table. */
public record JdbcOutbox(Jdbi jdbi, BiFunction<Handle, Id<Tenant>, Desk> desks) implements Outbox {
    /** One look into the index per gateway, however many messages wait. */
    private static final String DUE = """
            where t.enabled and exists (
              select from message m
              where m.tenant = t.tenant and m.gateway = t.id and m.state in ('queued', 'sending') and m.due_at <= :now)
            order by t.tenant, t.id""";

    /** What was being sent when its claim ended may have been sent: that is counted, and it is sent again. */
    private static final String CLAIM = """
            with picked as (
              select id from message
              where tenant = :tenant and gateway = :gateway and state in ('queued', 'sending') and due_at <= :now
              order by due_at limit :most for update skip locked)
            update message t set
              state = 'sending', due_at = :until, changed_at = :now, attempts = t.attempts + 1,
              doubtful = t.doubtful + case when t.state = 'sending' then 1 else 0 end
            from picked p where t.tenant = :tenant and t.id = p.id
            returning t.*""";

    private static final String SETTLE = """
            update message t set
              state = s.state, gateway = nullif(s.gateway, 0), reference = s.reference, reason = s.reason,
              due_at = s.due_at, changed_at = :now
            from unnest(cast(:tenants as bigint[]), cast(:ids as bigint[]), cast(:attempts as int[]),
                cast(:states as text[]), cast(:gateways as bigint[]), cast(:references as text[]),
                cast(:reasons as text[]), cast(:dues as timestamptz[]))
              s(tenant, id, attempts, state, gateway, reference, reason, due_at)
            where t.tenant = s.tenant and t.id = s.id and t.attempts = s.attempts and t.state = 'sending'""";

    @Override
    public List<Due> due(Instant now) {
        return jdbi.withHandle(handle -> new Sql(handle, Shape.query("message_gateway", "") + DUE)
                .bind("now", now)
                .list(row -> {
                    Id<Tenant> tenant = row.id("tenant");
                    Shape<GatewaySetup> shape = new MessageStores(desks.apply(handle, tenant)).gateway();
                    return new Due(tenant, shape.reading().read(row));
                }));
    }

    @Override
    public List<Message> claim(Due from, int most, Claim claim) {
        return jdbi.inTransaction(handle -> {
            Desk desk = desks.apply(handle, from.tenant());
            return desk.sql(CLAIM)
                    .bind("gateway", from.gateway().id())
                    .bind("most", most)
                    .bind("now", claim.now())
                    .bind("until", claim.until())
                    .list(JdbcMessages.shape(desk).reading());
        });
    }

    @Override
    public void settle(List<Settled> settled) {
        List<Settled> sorted = settled.stream()
                .sorted(Comparator.comparing(Settled::tenant).thenComparing(Settled::message))
                .toList();
        jdbi.useTransaction(handle -> new Sql(handle, SETTLE)
                .bind("now", settled.getFirst().words().at())
                .bind("tenants", column(sorted, Settled::tenant))
                .bind("ids", column(sorted, Settled::message))
                .bind("attempts", column(sorted, Settled::attempt))
                .bind("states", column(sorted, Settled::state))
                .bind(
                        "gateways",
                        column(sorted, one -> one.gateway().map(Id::value).orElse(0L)))
                .bind("references", column(sorted, one -> one.words().reference()))
                .bind("reasons", column(sorted, one -> one.words().reason()))
                .bind("dues", column(sorted, one -> one.words().next()))
                .run());
    }

    private static <T> List<T> column(List<Settled> settled, Function<Settled, T> value) {
        return settled.stream().map(value).toList();
    }
}
