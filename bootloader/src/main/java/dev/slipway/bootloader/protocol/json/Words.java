package dev.slipway.bootloader.protocol.json;

import java.util.Locale;

/** How constants and kinds of values are spelled. */
public final class Words {
    private Words() {}

    /** The word that stands on the wire for {@code constant}: {@code MINUTE_SLOT} is {@code minute-slot}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String kind(Json value) {
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof Json.Items) {
            return "an array";
        }
        if (value instanceof Json.Text) {
            return "a string";
        }
        if (value instanceof Json.Numeral numeral) {
            return "the number " + numeral.value();
        }
        return value instanceof Json.Flag ? "a boolean" : "null";
    }
}
