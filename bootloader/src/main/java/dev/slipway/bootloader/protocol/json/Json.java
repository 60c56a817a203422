package dev.slipway.bootloader.protocol.json;

import java.math.BigDecimal;
import java.util.List;

/**
 * One JSON value (RFC 8259 section 3). Immutable; equal values are equal whatever order their members were given
 * in.
 */
public sealed interface Json permits JsonObject, Json.Items, Json.Text, Json.Numeral, Json.Flag, Json.Nothing {

    /** An array, in its order. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A string without lone surrogates (RFC 8259 section 8.2 leaves those unpredictable, so they are refused). */
    record Text(String value) implements Json {
        public Text {
            int at = Surrogates.firstLone(value);
            if (at >= 0) {
                throw new Malformed(at, "a whole character", "half a surrogate pair");
            }
        }
    }

    /** A number as it was written: {@code 1} and {@code 1.0} are different values. */
    record Numeral(BigDecimal value) implements Json {}

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Json {}

    /** {@code null}. */
    record Nothing() implements Json {}

    /** The string {@code value}. */
    static Json of(String value) {
        return new Text(value);
    }

    /** The whole number {@code value}. */
    static Json of(long value) {
        return new Numeral(BigDecimal.valueOf(value));
    }

    /** The boolean {@code value}. */
    static Json of(boolean value) {
        return new Flag(value);
    }

    /** An array of {@code values}. */
    static Json of(List<? extends Json> values) {
        return new Items(List.copyOf(values));
    }

    /** An array of strings. */
    static Json texts(Iterable<String> values) {
        var items = new java.util.ArrayList<Json>();
        values.forEach(value -> items.add(of(value)));
        return new Items(items);
    }
}
