package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import java.net.URI;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;

/** How values of the house travel to PostgreSQL. */
final class SqlValue {
    private static final Argument NULL = (position, statement, context) -> statement.setNull(position, Types.NULL);

    private SqlValue() {}

    static Argument of(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.<Argument>map(SqlValue::of).orElse(NULL);
            case Json json -> (position, statement, context) -> statement.setObject(position, json.text(), Types.OTHER);
            default -> {
                Object plain = plain(value);
                yield (position, statement, context) -> statement.setObject(position, plain);
            }
        };
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Id<?> id -> id.value();
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Bytes bytes -> bytes.toArray();
            case URI uri -> uri.toString();
            case Collection<?> values -> array(values);
            default -> value;
        };
    }

    /** An array of numbers, truths or bytes when all are such, else of text, to be cast in the statement. */
    private static Object array(Collection<?> values) {
        Object[] plain = values.stream().map(SqlValue::plain).toArray();
        return switch (plain.length == 0 ? "" : plain[0]) {
            case Long _ -> copy(plain, new Long[0]);
            case Integer _ -> copy(plain, new Integer[0]);
            case Boolean _ -> copy(plain, new Boolean[0]);
            case byte[] _ -> copy(plain, new byte[0][]);
            default -> values.stream().map(SqlValue::text).toArray(String[]::new);
        };
    }

    private static <T> T[] copy(Object[] from, T[] type) {
        return Arrays.asList(from).toArray(type);
    }

    private static String text(Object value) {
        return value instanceof Instant instant
                ? instant.toString()
                : plain(value).toString();
    }
}
