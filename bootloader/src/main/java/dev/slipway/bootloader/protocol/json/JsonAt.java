package dev.slipway.bootloader.protocol.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value and where it stands, so that a wrong type or a missing member is refused with its JSON Pointer (RFC 6901).
 * Members nobody asks for are ignored: a newer peer may add some.
 */
public record JsonAt(String path, Json value) {

    /** The whole document. */
    public static JsonAt root(Json value) {
        return new JsonAt("", value);
    }

    /** The member {@code name}, which must be there. */
    public JsonAt get(String name) {
        return find(name).orElseThrow(() -> new Malformed(below(name), "a member", "none"));
    }

    /** The member {@code name}, if there is one. */
    public Optional<JsonAt> find(String name) {
        return Optional.ofNullable(object().members().get(name)).map(member -> new JsonAt(below(name), member));
    }

    /** All members in the order of their names. */
    public Map<String, JsonAt> members() {
        var all = new LinkedHashMap<String, JsonAt>();
        object().members().forEach((name, member) -> all.put(name, new JsonAt(below(name), member)));
        return all;
    }

    /** The object's members, each read by {@code reader}; iterates in the order of the names. */
    public <T> Map<String, T> map(Function<JsonAt, T> reader) {
        var all = new LinkedHashMap<String, T>();
        members().forEach((name, member) -> all.put(name, reader.apply(member)));
        return all;
    }

    /** The array's items, each read by {@code reader}. */
    public <T> List<T> list(Function<JsonAt, T> reader) {
        if (!(value instanceof Json.Items items)) {
            throw expected("an array");
        }
        var all = new ArrayList<T>(items.values().size());
        for (Json item : items.values()) {
            all.add(reader.apply(new JsonAt(path + "/" + all.size(), item)));
        }
        return List.copyOf(all);
    }

    /** The value as an object. */
    public JsonObject object() {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw expected("an object");
    }

    /** The value as a string. */
    public String text() {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw expected("a string");
    }

    /** The value as a whole number of 64 bits, written without fraction and exponent. */
    public long whole() {
        if (value instanceof Json.Numeral numeral
                && numeral.value().scale() == 0
                && numeral.value().unscaledValue().bitLength() <= 63) {
            return numeral.value().longValueExact();
        }
        throw expected("a whole number");
    }

    /** The value as a whole number from {@code least} to {@code most}. */
    public long whole(long least, long most) {
        long number = whole();
        if (number < least || number > most) {
            throw refuse("a whole number from " + least + " to " + most, Long.toString(number));
        }
        return number;
    }

    /** The value as {@code true} or {@code false}. */
    public boolean flag() {
        if (value instanceof Json.Flag flag) {
            return flag.value();
        }
        throw expected("true or false");
    }

    /** The value as an instant in UTC (RFC 3339, {@code 2026-11-22T08:30:00Z}). */
    public Instant instant() {
        return read("an instant such as 2026-11-22T08:30:00Z", () -> Instant.parse(text()));
    }

    /** The value as the constant whose {@link Enum#name} is the text in upper case, {@code -} for {@code _}. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        String word = text();
        var words = new ArrayList<String>();
        for (E constant : type.getEnumConstants()) {
            words.add(Words.of(constant));
            if (Words.of(constant).equals(word)) {
                return constant;
            }
        }
        throw refuse("one of " + String.join(", ", words), "\"" + word + "\"");
    }

    /** What {@code parser} makes of this value; its refusal of the content becomes one that names the place. */
    public <T> T read(String expected, java.util.function.Supplier<T> parser) {
        try {
            return parser.get();
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw refuse(expected, String.valueOf(e.getMessage()));
        }
    }

    /** A refusal of this value. */
    public Malformed refuse(String expected, String found) {
        return new Malformed(path.isEmpty() ? "the document" : path, expected, found);
    }

    private Malformed expected(String what) {
        return refuse(what, Words.kind(value));
    }

    private String below(String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
