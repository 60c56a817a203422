package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.store.sql.Changes.Subject;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows of the change log. */
final class ChangeRows {
    /** A transaction id as a number; 64 bits, so it is never used twice. */
    static final String XID = "cast(cast(xid as text) as bigint)";

    static final String SERIAL = XID + " as serial";

    private ChangeRows() {}

    /** Appends what the transaction at {@code desk} changed, in one statement; nothing when nothing changed. */
    static List<Change> append(Desk desk) {
        List<Subject> subjects = desk.changes().subjects(desk.tenant());
        return subjects.isEmpty()
                ? List.of()
                : desk.sql("""
                        insert into change_log (tenant, kind, subject)
                        select :tenant, s.kind, s.subject
                        from unnest(cast(:kinds as text[]), cast(:subjects as bigint[])) s(kind, subject)
                        returning tenant, kind, subject,\s""" + SERIAL)
                        .bind("kinds", subjects.stream().map(Subject::kind).toList())
                        .bind("subjects", subjects.stream().map(Subject::id).toList())
                        .list(ChangeRows::read);
    }

    /** Notes a change that concerns every device there is, such as of a key that signs; all nodes read it. */
    static void appendAllTenants(Handle handle) {
        handle.execute("insert into change_log (tenant, kind, subject) select id, 'tenant', id from tenant");
    }

    static Change read(Columns row) throws SQLException {
        return new Change(
                row.number("serial"),
                row.number("tenant"),
                row.constant(Change.Kind.class, "kind"),
                row.number("subject"));
    }
}
