package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.JournalEntry;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Json;
import dev.slipway.base.store.sql.Sql;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of the journal: written beside every act, never changed.
 */
public final class JournalRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JournalRows() {}

    /** Appends an entry in the transaction of {@code handle}; no tenant for an act on the whole installation. */
    public static void append(Handle handle, Optional<Id<Tenant>> tenant, Actor actor, Act act) {
        new Sql(handle, """
                insert into journal (tenant, actor_kind, actor, act, subject, details)
                values (:tenant, :actor_kind, :actor, :act, :subject, :details)""")
                .bind("tenant", tenant)
                .bind("actor_kind", actor.kind())
                .bind("actor", actor.name())
                .bind("act", act.name())
                .bind("subject", act.subject())
                .bind("details", json(act.details()))
                .run();
    }

    static JournalEntry read(Columns row) throws SQLException {
        return new JournalEntry(
                row.number("serial"),
                row.instant("at"),
                new Actor(row.text("actor_kind"), row.text("actor")),
                new Act(row.text("act"), row.text("subject"), details(row.text("details"))));
    }

    private static Json json(Map<String, String> details) {
        ObjectNode object = JSON.createObjectNode();
        new TreeMap<>(details).forEach(object::put);
        return new Json(object.toString());
    }

    private static Map<String, String> details(String text) {
        Map<String, String> details = new TreeMap<>();
        JSON.readTree(text).forEachEntry((name, value) -> details.put(name, value.asString()));
        return details;
    }
}
