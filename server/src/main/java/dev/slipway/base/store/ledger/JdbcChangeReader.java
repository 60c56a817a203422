package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.ledger.ChangeReader;
import dev.slipway.base.store.sql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads the change log up to {@code pg_snapshot_xmin}: below it every transaction has ended, so whatever it changed is
 * visible, and nothing will be added (PostgreSQL documentation, section 9.28.11). The position is a transaction id, not
 * the serial of a row: a smaller serial may be committed after a larger one.
 */
final class JdbcChangeReader implements ChangeReader {
    /** Rows of one step; more than one transaction writes, so every step gets on. */
    static final int ROWS_MAX = 10_000;

    private final Transactions transactions;

    /** The change log of a database whose schema is current. */
    JdbcChangeReader(Jdbi jdbi) {
        this.transactions = new Transactions(jdbi);
    }

    @Override
    public Read after(long horizon) {
        return transactions.read(handle -> {
            long ended = ended(handle);
            List<Change> found = changes(handle, horizon, ended);
            boolean more = found.size() == ROWS_MAX;
            long next = more ? found.getLast().serial() : ended;
            List<Change> whole =
                    found.stream().filter(change -> change.serial() < next).toList();
            return new Read(whole, Math.max(next, horizon), more, lag(handle, next));
        });
    }

    /** The smallest transaction id that is still open. */
    static long ended(Handle handle) {
        return new Sql(
                        handle,
                        "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as horizon")
                .first(row -> row.number("horizon"))
                .orElseThrow();
    }

    private static List<Change> changes(Handle handle, long from, long before) {
        return new Sql(handle, "select tenant, kind, subject, " + ChangeRows.SERIAL + """
                         from change_log c
                        where c.xid >= cast(cast(:from as text) as xid8) and c.xid < cast(cast(:before as text) as xid8)
                        order by c.xid, c.serial limit :rows""")
                .bind("from", from)
                .bind("before", before)
                .bind("rows", ROWS_MAX)
                .list(ChangeRows::read);
    }

    private static Duration lag(Handle handle, long from) {
        Optional<Long> milliseconds = new Sql(handle, """
                        select cast(1000 * extract(epoch from clock_timestamp() - min(at)) as bigint) as lag
                        from change_log where xid >= cast(cast(:from as text) as xid8) having min(at) is not null
                        """).bind("from", from).first(row -> row.number("lag"));
        return Duration.ofMillis(Math.max(0, milliseconds.orElse(0L)));
    }
}
