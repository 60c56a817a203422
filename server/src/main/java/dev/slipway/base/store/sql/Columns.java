package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns of one row, as values of the house.
 */
public final class Columns {
    private final ResultSet row;

    Columns(ResultSet row) {
        this.row = row;
    }

    /** A text that is there. */
    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    /** A text that may be missing. */
    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** A number. */
    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    /** A small number. */
    public int small(String column) throws SQLException {
        return row.getInt(column);
    }

    /** A truth. */
    public boolean truth(String column) throws SQLException {
        return row.getBoolean(column);
    }

    /** An id that is there. */
    public <T> Id<T> id(String column) throws SQLException {
        return new Id<>(row.getLong(column));
    }

    /** An id that may be missing. */
    public <T> Optional<Id<T>> optionalId(String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Id<>(value));
    }

    /** A constant kept as its name in lower case. */
    public <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    /** A moment that is there. */
    public Instant instant(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment that may be missing. */
    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Bytes that are there. */
    public Bytes bytes(String column) throws SQLException {
        return Bytes.of(row.getBytes(column));
    }

    /** Bytes that may be missing. */
    public Optional<Bytes> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Bytes::of);
    }

    /** A list of texts; empty when missing. */
    public List<String> texts(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** A list of truths; empty when missing. */
    public List<Boolean> truths(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((Boolean[]) array.getArray());
    }

    /** A list of numbers; empty when missing. */
    public List<Long> numbers(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }
}
