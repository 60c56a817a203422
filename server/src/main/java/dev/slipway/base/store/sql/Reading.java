package dev.slipway.base.store.sql;

import java.sql.SQLException;

/**
 * Makes a record of one row.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface Reading<T> {
    /** The record of the current row. */
    T read(Columns columns) throws SQLException;
}
