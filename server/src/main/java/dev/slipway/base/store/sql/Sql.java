package dev.slipway.base.store.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * One statement and what is bound to its names. A name bound and not used, or used and not bound, fails when it runs.
 */
public final class Sql {
    private final Handle handle;
    private final String text;
    private final Map<String, Argument> bound = new LinkedHashMap<>();

    /** The statement {@code text}, with names such as {@code :id}. */
    public Sql(Handle handle, String text) {
        this.handle = handle;
        this.text = text;
    }

    /** Binds one name; ids, enumerations, instants, bytes, lists of text or ids and optionals are understood. */
    public Sql bind(String name, Object value) {
        bound.put(name, SqlValue.of(value));
        return this;
    }

    Sql bindAll(Map<String, Object> values) {
        values.forEach(this::bind);
        return this;
    }

    /** All rows. */
    public <T> List<T> list(Reading<T> reading) {
        List<T> found = new ArrayList<>();
        each(Integer.MAX_VALUE, reading, found::add);
        return List.copyOf(found);
    }

    /** The first row. */
    public <T> Optional<T> first(Reading<T> reading) {
        return list(reading).stream().findFirst();
    }

    /** Each row in turn, {@code fetchSize} at a time in memory. */
    public <T> void each(int fetchSize, Reading<T> reading, Consumer<T> consumer) {
        try (Query query = handle.createQuery(text)) {
            bindTo(query);
            if (fetchSize < Integer.MAX_VALUE) {
                query.setFetchSize(fetchSize);
            }
            query.map((row, context) -> reading.read(new ResultColumns(row))).forEach(consumer);
        }
    }

    /** Runs a statement that answers no rows; how many rows it changed. */
    public int run() {
        try (var update = handle.createUpdate(text)) {
            bindTo(update);
            return update.execute();
        }
    }

    private void bindTo(SqlStatement<?> statement) {
        bound.forEach(statement::bind);
    }
}
