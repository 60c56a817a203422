package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.acts.Journal;
import dev.slipway.base.fleet.acts.JournalEntry;
import dev.slipway.base.store.sql.Desk;
import java.util.List;

/** The journal of one tenant, with the acts on the whole installation. */
record JdbcJournal(Desk desk) implements Journal {
    @Override
    public List<JournalEntry> before(long serial, int limit) {
        return desk.sql("""
                        select * from journal
                        where (tenant = :tenant or tenant is null) and serial < :before
                        order by serial desc limit :limit""")
                .bind("before", serial == 0 ? Long.MAX_VALUE : serial)
                .bind("limit", limit)
                .list(JournalRows::read);
    }
}
