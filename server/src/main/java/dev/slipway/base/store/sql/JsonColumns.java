package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The columns of a row that PostgreSQL made an object of, by {@code row_to_json} or {@code json_agg}. */
record JsonColumns(JsonNode row) implements Columns {
    /** Before the digits of {@code bytea} (PostgreSQL documentation, section 8.4.1). */
    private static final String HEX = "\\x";

    /** A text; of a column of type {@code jsonb} its JSON. */
    @Override
    public String text(String column) {
        JsonNode value = row.required(column);
        return value.isContainer() ? value.toString() : value.stringValue();
    }

    @Override
    public Optional<String> optionalText(String column) {
        return row.required(column).isNull() ? Optional.empty() : Optional.of(text(column));
    }

    @Override
    public long number(String column) {
        return row.required(column).longValue();
    }

    @Override
    public int small(String column) {
        return row.required(column).intValue();
    }

    @Override
    public boolean truth(String column) {
        return row.required(column).booleanValue();
    }

    @Override
    public <T> Id<T> id(String column) {
        return new Id<>(number(column));
    }

    @Override
    public <T> Optional<Id<T>> optionalId(String column) {
        return row.required(column).isNull() ? Optional.empty() : Optional.of(id(column));
    }

    @Override
    public <E extends Enum<E>> E constant(Class<E> type, String column) {
        return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
    }

    @Override
    public Instant instant(String column) {
        return OffsetDateTime.parse(text(column)).toInstant();
    }

    @Override
    public Optional<Instant> optionalInstant(String column) {
        return row.required(column).isNull() ? Optional.empty() : Optional.of(instant(column));
    }

    @Override
    public Bytes bytes(String column) {
        String text = text(column);
        return Bytes.of(HexFormat.of().parseHex(text, HEX.length(), text.length()));
    }

    @Override
    public Optional<Bytes> optionalBytes(String column) {
        return row.required(column).isNull() ? Optional.empty() : Optional.of(bytes(column));
    }

    @Override
    public List<String> texts(String column) {
        return row.required(column).valueStream().map(JsonNode::stringValue).toList();
    }

    @Override
    public List<Boolean> truths(String column) {
        return row.required(column).valueStream().map(JsonNode::booleanValue).toList();
    }

    @Override
    public List<Long> numbers(String column) {
        return row.required(column).valueStream().map(JsonNode::longValue).toList();
    }
}
