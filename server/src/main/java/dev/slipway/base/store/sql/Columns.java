package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The columns of one row, as values of the house.
 */
public interface Columns {
    /** A text that is there. */
    String text(String column) throws SQLException;

    /** A text that may be missing. */
    Optional<String> optionalText(String column) throws SQLException;

    /** A number. */
    long number(String column) throws SQLException;

    /** A small number. */
    int small(String column) throws SQLException;

    /** A truth. */
    boolean truth(String column) throws SQLException;

    /** An id that is there. */
    <T> Id<T> id(String column) throws SQLException;

    /** An id that may be missing. */
    <T> Optional<Id<T>> optionalId(String column) throws SQLException;

    /** A constant kept as its name in lower case. */
    <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException;

    /** A moment that is there. */
    Instant instant(String column) throws SQLException;

    /** A moment that may be missing. */
    Optional<Instant> optionalInstant(String column) throws SQLException;

    /** Bytes that are there. */
    Bytes bytes(String column) throws SQLException;

    /** Bytes that may be missing. */
    Optional<Bytes> optionalBytes(String column) throws SQLException;

    /** A list of texts; empty when missing. */
    List<String> texts(String column) throws SQLException;

    /** A list of truths; empty when missing. */
    List<Boolean> truths(String column) throws SQLException;

    /** A list of numbers; empty when missing. */
    List<Long> numbers(String column) throws SQLException;
}
