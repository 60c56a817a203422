package dev.slipway.bootloader.protocol.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads one JSON text (RFC 8259), strictly: UTF-8 without byte order mark (section 8.1), no duplicate names (section 4
 * leaves them unpredictable), no lone surrogates (section 8.2), nothing behind the value.
 */
public final class JsonReader {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    /** A number of more characters, or a larger exponent, is of no use here and expensive to expand. */
    private static final int NUMERAL_BYTES_MAX = 40;

    private static final int SCALE_MAX = 400;

    private final JsonSource source;
    private final JsonLimits limits;
    private int values;

    private JsonReader(byte[] input, JsonLimits limits) {
        this.source = new JsonSource(input, limits.stringBytes());
        this.limits = limits;
    }

    /**
     * The value that {@code input} holds.
     *
     * @throws Malformed if the input is no JSON or larger than {@code limits}
     */
    public static Json read(byte[] input, JsonLimits limits) {
        if (input.length > limits.bytes()) {
            throw new Malformed(limits.bytes(), "at most " + limits.bytes() + " bytes", input.length + " bytes");
        }
        var reader = new JsonReader(input, limits);
        reader.source.skipSpace();
        Json value = reader.value(0);
        reader.source.skipSpace();
        reader.source.requireEnd();
        return value;
    }

    /** {@link #read} with {@link JsonLimits#DOCUMENT}, ready to be asked for its members. */
    public static JsonAt document(byte[] input) {
        return JsonAt.root(read(input, JsonLimits.DOCUMENT));
    }

    private Json value(int depth) {
        if (++values > limits.values()) {
            throw source.malformed("at most " + limits.values() + " values", "one more");
        }
        return switch (source.peek()) {
            case '{' -> object(deeper(depth));
            case '[' -> items(deeper(depth));
            case '"' -> new Json.Text(source.string());
            case 't' -> source.literal(TRUE, new Json.Flag(true));
            case 'f' -> source.literal(FALSE, new Json.Flag(false));
            case 'n' -> source.literal(NULL, new Json.Nothing());
            default -> numeral();
        };
    }

    private int deeper(int depth) {
        if (depth >= limits.depth()) {
            throw source.malformed("at most " + limits.depth() + " levels", "one more");
        }
        return depth + 1;
    }

    private Json object(int depth) {
        var members = new TreeMap<String, Json>();
        source.take('{', "an object");
        source.skipSpace();
        if (source.takeIf('}')) {
            return JsonObject.EMPTY;
        }
        do {
            source.skipSpace();
            int at = source.offset();
            String name = source.string();
            source.skipSpace();
            source.take(':', "':'");
            source.skipSpace();
            if (members.containsKey(name)) {
                throw new Malformed(at, "each name once", "\"" + name + "\" again");
            }
            members.put(name, value(depth));
            source.skipSpace();
        } while (source.takeIf(','));
        source.take('}', "',' or '}'");
        return JsonObject.of(members);
    }

    private Json items(int depth) {
        List<Json> items = new ArrayList<>();
        source.take('[', "an array");
        source.skipSpace();
        if (source.takeIf(']')) {
            return new Json.Items(items);
        }
        do {
            source.skipSpace();
            items.add(value(depth));
            source.skipSpace();
        } while (source.takeIf(','));
        source.take(']', "',' or ']'");
        return new Json.Items(items);
    }

    /** RFC 8259 section 6: {@code [ minus ] int [ frac ] [ exp ]}. */
    private Json numeral() {
        int start = source.offset();
        source.takeIf('-');
        if (!source.takeIf('0')) {
            source.digits("a value");
        }
        if (source.takeIf('.')) {
            source.digits("a digit");
        }
        if (source.takeIf('e') || source.takeIf('E')) {
            if (!source.takeIf('+')) {
                source.takeIf('-');
            }
            source.digits("a digit");
        }
        if (source.offset() - start > NUMERAL_BYTES_MAX) {
            throw new Malformed(start, "a number of at most " + NUMERAL_BYTES_MAX + " characters", "a longer one");
        }
        return new Json.Numeral(decimal(start));
    }

    private BigDecimal decimal(int start) {
        try {
            var value = new BigDecimal(source.since(start));
            if (Math.abs((long) value.scale()) <= SCALE_MAX) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new Malformed(start, "an exponent of at most " + SCALE_MAX, e.toString());
        }
        throw new Malformed(start, "an exponent of at most " + SCALE_MAX, "a larger one");
    }
}
