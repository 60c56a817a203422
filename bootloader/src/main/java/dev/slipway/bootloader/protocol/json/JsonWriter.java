package dev.slipway.bootloader.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes one value: compact for the wire, readable for people, canonical for signatures.
 *
 * <p>The canonical form is OLPC canonical JSON, which TUF 1.0.34 section 4.2 signs: no white space; members sorted by
 * the code points of their names; whole numbers only; in strings only {@code "} and {@code \} are escaped and every
 * other character, control characters included, stands as its own UTF-8 bytes. So canonical bytes with a control
 * character inside are signed and hashed but are no JSON text; a reader that canonicalizes what it read never meets
 * them.
 */
public final class JsonWriter {
    /** Spelling and layout of one of the three forms. */
    private enum Form {
        COMPACT,
        READABLE,
        CANONICAL
    }

    private final StringBuilder out = new StringBuilder();
    private final Form form;

    private JsonWriter(Form form) {
        this.form = form;
    }

    /** One line, ASCII control characters escaped, as the wire carries it. */
    public static byte[] compact(Json value) {
        return write(value, Form.COMPACT).getBytes(StandardCharsets.UTF_8);
    }

    /** Indented by two blanks, one member a line. */
    public static String readable(Json value) {
        return write(value, Form.READABLE);
    }

    /**
     * The bytes to sign or to hash.
     *
     * @throws Malformed if a number has a fraction or an exponent, or does not fit 64 bits
     */
    public static byte[] canonical(Json value) {
        return write(value, Form.CANONICAL).getBytes(StandardCharsets.UTF_8);
    }

    private static String write(Json value, Form form) {
        var writer = new JsonWriter(form);
        writer.value(value, 0);
        return writer.out.toString();
    }

    private void value(Json value, int depth) {
        if (value instanceof JsonObject object) {
            object(object, depth + 1);
        } else if (value instanceof Json.Items items) {
            items(items, depth + 1);
        } else if (value instanceof Json.Text text) {
            string(text.value());
        } else if (value instanceof Json.Numeral numeral) {
            numeral(numeral);
        } else if (value instanceof Json.Flag flag) {
            out.append(flag.value());
        } else {
            out.append("null");
        }
    }

    private void object(JsonObject object, int depth) {
        out.append('{');
        Iterator<Map.Entry<String, Json>> members = object.members().entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, Json> member = members.next();
            line(depth);
            string(member.getKey());
            out.append(form == Form.READABLE ? ": " : ":");
            value(member.getValue(), depth);
            out.append(members.hasNext() ? "," : "");
        }
        close(object.members().isEmpty(), depth, '}');
    }

    private void items(Json.Items items, int depth) {
        out.append('[');
        Iterator<Json> values = items.values().iterator();
        while (values.hasNext()) {
            line(depth);
            value(values.next(), depth);
            out.append(values.hasNext() ? "," : "");
        }
        close(items.values().isEmpty(), depth, ']');
    }

    private void close(boolean empty, int depth, char bracket) {
        if (!empty) {
            line(depth - 1);
        }
        out.append(bracket);
    }

    private void line(int depth) {
        if (form == Form.READABLE) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void numeral(Json.Numeral numeral) {
        if (form == Form.CANONICAL
                && (numeral.value().scale() != 0
                        || numeral.value().unscaledValue().bitLength() > 63)) {
            throw new Malformed(
                    "canonical JSON",
                    "a whole number of 64 bits",
                    numeral.value().toString());
        }
        out.append(numeral.value());
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' && form != Form.CANONICAL) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
