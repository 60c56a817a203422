package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The rows of one tenant in one table.
 *
 * @param <T> the record
 */
public final class Table<T extends Identified<T>> {
    private static final String OF_ID = "where t.tenant = :tenant and t.id = :id";

    private final Desk desk;
    private final Shape<T> shape;

    /** The rows of the desk's tenant. */
    public Table(Desk desk, Shape<T> shape) {
        this.desk = desk;
        this.shape = shape;
    }

    /** See {@link dev.slipway.base.fleet.Records#find}. */
    public Optional<T> find(Id<T> id) {
        return where(OF_ID).bind("id", id).first(shape.reading());
    }

    /**
     * Waits for whoever is changing this row and keeps others from it until the transaction ends; false when there is
     * none. A statement of its own: only a later one sees what the others committed, in this and in other tables.
     */
    public boolean lock(Id<T> id) {
        return desk.sql("select from " + quoted(shape.table()) + " t " + OF_ID + " for no key update")
                .bind("id", id)
                .first(row -> true)
                .orElse(false);
    }

    /** See {@link dev.slipway.base.fleet.Named#named}. */
    public Optional<T> named(String name) {
        return where("where t.tenant = :tenant and lower(t." + shape.name() + ") = lower(:name)")
                .bind("name", name)
                .first(shape.reading());
    }

    /** See {@link dev.slipway.base.fleet.Records#list}. */
    public List<T> list(Page page) {
        return where("where t.tenant = :tenant and t.id > :after order by t.id limit :size")
                .bind("after", page.after())
                .bind("size", page.size())
                .list(shape.reading());
    }

    /** All rows where a column has this value, in this order. */
    public List<T> by(String column, Object value, String order) {
        return where("where t.tenant = :tenant and t.\"" + column + "\" = :value order by " + order)
                .bind("value", value)
                .list(shape.reading());
    }

    /** All rows where a column has one of these ids, in this order; asks nothing when there are none. */
    public List<T> among(String column, Collection<? extends Id<?>> ids, String order) {
        return ids.isEmpty()
                ? List.of()
                : where("where t.tenant = :tenant and t.\"" + column + "\" = any(:ids) order by " + order)
                        .bind("ids", ids)
                        .list(shape.reading());
    }

    /** A query for these records with a condition of the caller's, which names {@code t} and {@code :tenant}. */
    public Sql where(String condition) {
        return desk.sql(shape.query() + condition);
    }

    /** Makes a record of one row. */
    public Reading<T> reading() {
        return shape.reading();
    }

    /** See {@link dev.slipway.base.fleet.Records#add}. */
    public void add(T added) {
        Map<String, Object> values = values(added);
        String columns = values.keySet().stream().map(Table::quoted).collect(Collectors.joining(", "));
        String names = values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        desk.sql("insert into " + quoted(shape.table()) + " (tenant, id, " + columns + ") values (:tenant, :id, "
                        + names + ")")
                .bind("id", added.id())
                .bindAll(values)
                .run();
    }

    /** See {@link dev.slipway.base.fleet.Records#replace}. */
    public void replace(T changed) {
        Map<String, Object> values = values(changed);
        String set = values.keySet().stream()
                .map(name -> quoted(name) + " = :" + name)
                .collect(Collectors.joining(", "));
        int rows = desk.sql("update " + quoted(shape.table()) + " t set " + set + " " + OF_ID)
                .bind("id", changed.id())
                .bindAll(values)
                .run();
        if (rows == 0) {
            throw unknown(changed.id());
        }
    }

    /** See {@link dev.slipway.base.fleet.Records#remove}. */
    public boolean remove(Id<T> id) {
        try {
            return desk.sql("delete from " + quoted(shape.table()) + " t " + OF_ID)
                            .bind("id", id)
                            .run()
                    > 0;
        } catch (UnableToExecuteStatementException failure) {
            throw SqlRefusals.ofRemoval(failure, shape.table());
        }
    }

    /** That nothing has this id. */
    public Refusal unknown(Id<T> id) {
        return new Refusal(
                "fleet.unknown", "No " + SqlRefusals.words(shape.table()) + " has the id " + id + ": list them again.");
    }

    private Map<String, Object> values(T identified) {
        return shape.writing().apply(identified).values();
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
