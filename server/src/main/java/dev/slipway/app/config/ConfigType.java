package dev.slipway.app.config;

import dev.slipway.base.fleet.Refusal;
import java.util.regex.Pattern;

/** What a configuration value must be: a shape, or a whole number within a range. */
sealed interface ConfigType {
    /** How the reference page names it. */
    String words();

    /** Refuses a value that is not of this type with {@code config.value-invalid}. */
    void check(String key, String value);

    /** A whole number, with its unit as people say it. */
    record Whole(String unit, long min, long max) implements ConfigType {
        @Override
        public String words() {
            return "%s, %d to %d".formatted(unit, min, max);
        }

        @Override
        public void check(String key, String value) {
            if (!value.matches("-?[0-9]{1,18}") || Long.parseLong(value) < min || Long.parseLong(value) > max) {
                throw invalid(key, value, words());
            }
        }
    }

    /** A text of a shape; a secret one is never shown. */
    record Text(String words, Pattern shape, boolean secret) implements ConfigType {
        @Override
        public void check(String key, String value) {
            if (!shape.matcher(value).matches()) {
                throw invalid(key, secret ? "****" : value, words);
            }
        }
    }

    private static Refusal invalid(String key, String value, String words) {
        return new Refusal("config.value-invalid", "%s is \"%s\", but must be: %s".formatted(key, value, words));
    }
}
