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

/** The columns of a row of a query's result. */
record ResultColumns(ResultSet row) implements Columns {

    @Override
    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    @Override
    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    @Override
    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    @Override
    public int small(String column) throws SQLException {
        return row.getInt(column);
    }

    @Override
    public boolean truth(String column) throws SQLException {
        return row.getBoolean(column);
    }

    @Override
    public <T> Id<T> id(String column) throws SQLException {
        return new Id<>(row.getLong(column));
    }

    @Override
    public <T> Optional<Id<T>> optionalId(String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Id<>(value));
    }

    @Override
    public <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    @Override
    public Instant instant(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public Bytes bytes(String column) throws SQLException {
        return Bytes.of(row.getBytes(column));
    }

    @Override
    public Optional<Bytes> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Bytes::of);
    }

    @Override
    public List<String> texts(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    @Override
    public List<Boolean> truths(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((Boolean[]) array.getArray());
    }

    @Override
    public List<Long> numbers(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }
}
