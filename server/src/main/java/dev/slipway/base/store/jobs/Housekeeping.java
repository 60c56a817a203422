package dev.slipway.base.store.jobs;

import dev.slipway.base.store.Database;
import dev.slipway.base.store.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes what nobody asks for any more. Each work is one transaction, may take longer than other statements, and
 * does no harm when it is done twice.
 */
public final class Housekeeping {
    /** Every node reads the log each second; one that was away for longer begins with a look at everything. */
    static final Duration CHANGES_KEPT = Duration.ofDays(7);

    /** As long as {@code Idempotency-Key} promises (DESIGN section 7). */
    static final Duration ANSWERS_KEPT = Duration.ofHours(24);

    static final Duration EVENTS_KEPT = Duration.ofDays(400);

    /** Of each device: a year and more of weekly updates. */
    static final int EVENTS_MAX = 1_000;

    /** Of messages that are done: long enough to answer who was sent what. */
    static final Duration MESSAGES_KEPT = Duration.ofDays(90);

    /** As long as a receiver may be away over a weekend. */
    static final Duration CALLS_KEPT = Duration.ofDays(3);

    static final Duration REQUESTS_KEPT = Duration.ofDays(90);

    /** Of each device: twice what a node has in memory. */
    static final int REQUESTS_MAX = 16;

    /** A pass over a billion rows may take long; a dead database must not hold the work for ever. */
    private static final Duration WORK_MAX = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getPackageName());

    private final Jdbi jdbi;
    private final InstantSource clock;

    /** Of a database whose schema is current. */
    public Housekeeping(Database database, InstantSource clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /**
     * Old rows of the change log, but never the last of a subject while a document was made before it: a node that
     * starts learns from it that the document is stale.
     */
    public int pruneChanges() {
        return remove("change_log", handle -> new Sql(handle, """
                        delete from change_log c using (
                          select serial, at, xid, row_number() over
                            (partition by tenant, kind, subject order by xid desc, serial desc) as place
                          from change_log) o
                        where o.serial = c.serial and o.at < :before
                          and (o.place > 1 or o.xid < coalesce(
                            (select cast(cast(min(serial) as text) as xid8) from device_document),
                            pg_snapshot_xmin(pg_current_snapshot())))""")
                .bind("before", before(CHANGES_KEPT))
                .run());
    }

    /** Answers to requests that are too old to be sent again. */
    public int pruneAnswers() {
        return remove("kept_answer", handle -> new Sql(handle, "delete from kept_answer where at < :before")
                .bind("before", before(ANSWERS_KEPT))
                .run());
    }

    /** Events of devices that are old, or beyond the newest of their device; the newest one always stays. */
    public int pruneEvents() {
        return remove("device_event", handle -> new Sql(handle, """
                        delete from device_event e using (
                          select tenant, device, sequence, received_at, row_number() over
                            (partition by tenant, device order by sequence desc) as place
                          from device_event) o
                        where o.tenant = e.tenant and o.device = e.device and o.sequence = e.sequence
                          and (o.place > :kept or (o.place > 1 and o.received_at < :before))""")
                .bind("kept", EVENTS_MAX)
                .bind("before", before(EVENTS_KEPT))
                .run());
    }

    /** Decisions about requests that are old, or beyond the newest of their device; the newest one always stays. */
    public int pruneRequests() {
        return remove("request_log", handle -> new Sql(handle, """
                        delete from request_log r using (
                          select serial, since, row_number() over
                            (partition by tenant, device order by since desc, serial desc) as place
                          from request_log) o
                        where o.serial = r.serial
                          and (o.place > :kept or (o.place > 1 and o.since < :before))""")
                .bind("kept", REQUESTS_MAX)
                .bind("before", before(REQUESTS_KEPT))
                .run());
    }

    /** Notes that activations expired; they are refused since then anyway. */
    public int expireActivations() {
        return remove(
                "activation",
                handle -> new Sql(handle, """
                        update activation set state = 'expired'
                        where state in ('issued', 'clicked')
                          and expires_at <= :now""").bind("now", clock.instant()).run());
    }

    /** Messages that nobody waits for any more. */
    public int pruneMessages() {
        return remove("message", handle -> new Sql(handle, """
                        delete from message where state not in ('queued', 'sending') and changed_at < :before""")
                .bind("before", before(MESSAGES_KEPT))
                .run());
    }

    /** What a webhook did not take within days, so that one that is gone fills no disk; it is counted as lost. */
    public int pruneCalls() {
        return remove("webhook_call", handle -> new Sql(handle, """
                        with gone as (delete from webhook_call where at < :before returning tenant, webhook),
                          counted as (select tenant, webhook, count(*) as calls from gone group by tenant, webhook)
                        update webhook w set lost = w.lost + c.calls from counted c
                        where w.tenant = c.tenant and w.id = c.webhook""")
                .bind("before", before(CALLS_KEPT))
                .run());
    }

    /**
     * Notes that waiting messages expired whose gateway is off, so that nobody claims them; and forgets the
     * variables of those that were sent and whose time is over.
     */
    public int expireMessages() {
        return remove("message", handle -> new Sql(handle, """
                        update message set variables = null
                        where state = 'sent' and variables is not null and expires_at <= :now""")
                        .bind("now", clock.instant())
                        .run())
                + expireWaiting();
    }

    private int expireWaiting() {
        return remove(
                "message",
                handle -> new Sql(handle, """
                        update message set state = 'expired', changed_at = :now
                        where state = 'queued' and expires_at <= :now""").bind("now", clock.instant()).run());
    }

    /** Whether a release of any tenant has these bytes. */
    public boolean isReferenced(String sha256) {
        return jdbi.withHandle(handle -> new Sql(
                        handle,
                        "select exists (select from tenant t join release_artifact a on a.tenant = t.id"
                                + " where a.sha256 = :sha256) as there")
                .bind("sha256", sha256)
                .first(row -> row.truth("there"))
                .orElseThrow());
    }

    /** Until the connection goes back to the pool, which then takes its own limit again. */
    private static void patient(Handle handle) {
        try {
            handle.getConnection().setNetworkTimeout(Runnable::run, Math.toIntExact(WORK_MAX.toMillis()));
        } catch (SQLException failure) {
            throw new IllegalStateException("the limit of a connection can be set", failure);
        }
    }

    private Instant before(Duration kept) {
        return clock.instant().minus(kept);
    }

    private int remove(String table, Function<Handle, Integer> work) {
        int count = jdbi.inTransaction(handle -> {
            handle.execute("set local statement_timeout = 0");
            patient(handle);
            return work.apply(handle);
        });
        if (count > 0) {
            LOG.log(System.Logger.Level.INFO, "event=housekeeping table={0} rows={1}", table, String.valueOf(count));
        }
        return count;
    }
}
