package dev.slipway.base.store.sql;

import java.util.function.Function;

/**
 * How records of one kind lie in a table.
 *
 * @param table its name, as in {@code 0001-house.sql}
 * @param name the column that names a record among others of its tenant; {@code id} when it has no name
 * @param select what is read besides {@code t.*}: expressions over the row {@code t}, each behind a comma; or nothing
 * @param <T> the record
 */
public record Shape<T>(String table, String name, String select, Reading<T> reading, Function<T, Row> writing) {
    /** A shape that reads its row only. */
    public Shape(String table, String name, Reading<T> reading, Function<T, Row> writing) {
        this(table, name, "", reading, writing);
    }

    /** A query for these records, to be continued behind {@code from TABLE t}. */
    public String query() {
        return query(table, select);
    }

    /** The same without a shape, for records whose reading needs a desk. */
    public static String query(String table, String select) {
        return "select t.*" + select + " from \"" + table + "\" t ";
    }
}
