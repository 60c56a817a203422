package dev.slipway.app.config;

import java.util.Locale;

/**
 * One key of the configuration.
 *
 * @param name dotted, as in the YAML file; the variable {@code SLIPWAY_PORTAL_HTTP_PORT} names {@code portal.http_port}
 * @param type what a value must be
 * @param fallback the value when nothing sets it, written as in the file; empty text for none
 * @param purpose one sentence
 */
record ConfigKey(String name, ConfigType type, String fallback, String purpose) {
    /** The environment variable that sets it. */
    String variable() {
        return "SLIPWAY_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
