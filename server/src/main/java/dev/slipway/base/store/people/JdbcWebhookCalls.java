package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.people.Webhook;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The calls of all tenants in one table. */
public record JdbcWebhookCalls(Jdbi jdbi, BiFunction<Handle, Id<Tenant>, Desk> desks) implements Webhooks.Calls {
    /** At one webhook in one claim; a claim must outlast as many attempts. */
    public static final int CALLS_MAX = 20;

    private static final String CLAIM = """
            with picked as (
              select tenant, id from webhook w
              where w.due_at <= :now
                and exists (select from webhook_call c where c.tenant = w.tenant and c.webhook = w.id)
              for update skip locked)
            update webhook w set due_at = :until from picked p where w.tenant = p.tenant and w.id = p.id
            returning w.*""";

    private static final String SETTLE = """
            update webhook set due_at = :next, failures = :failures, answer = :answer, answered_at = :at
            where tenant = :tenant and id = :id and due_at = :until""";

    private static final String FORGET =
            "delete from webhook_call where tenant = :tenant and serial = any(cast(:taken as bigint[]))";

    @Override
    public List<Webhooks.Claimed> claim(Instant now, Instant until) {
        return jdbi.inTransaction(handle ->
                new Sql(handle, CLAIM).bind("now", now).bind("until", until).list(row -> claimed(handle, row)));
    }

    private Webhooks.Claimed claimed(Handle handle, Columns row) throws SQLException {
        Id<Tenant> tenant = row.id("tenant");
        Desk desk = desks.apply(handle, tenant);
        Webhook webhook = JdbcWebhooks.read(desk, row);
        List<Webhook.Call> calls = desk.sql("""
                        select * from webhook_call where tenant = :tenant and webhook = :webhook
                        order by serial limit :most""")
                .bind("webhook", webhook.id())
                .bind("most", CALLS_MAX)
                .list(JdbcWebhookCalls::call);
        return new Webhooks.Claimed(tenant, webhook, row.instant("due_at"), row.small("failures"), calls);
    }

    private static Webhook.Call call(Columns row) throws SQLException {
        return new Webhook.Call(
                row.number("serial"),
                row.instant("at"),
                new Webhook.Subject(row.id("account"), row.text("kind"), row.text("address"), row.text("login")),
                new Webhook.Turn(row.text("was"), row.text("state"), row.truth("registers")));
    }

    /** By serial, each: one that is smaller than the last taken may have been committed only now. */
    @Override
    public void settle(Webhooks.Claimed claimed, Webhooks.Told told) {
        List<Long> taken = claimed.calls().stream()
                .limit(told.taken())
                .map(Webhook.Call::serial)
                .toList();
        jdbi.useTransaction(handle -> {
            Desk desk = desks.apply(handle, claimed.tenant());
            int held = desk.sql(SETTLE)
                    .bind("id", claimed.webhook().id())
                    .bind("next", told.next())
                    .bind("failures", told.failures())
                    .bind("answer", told.answer())
                    .bind("at", told.at())
                    .bind("until", claimed.until())
                    .run();
            if (held > 0) {
                desk.sql(FORGET).bind("taken", taken).run();
            }
        });
    }
}
