package dev.slipway.base.wire.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a form (URL Standard, section 5.1); of several of one name the first, and at most 16. */
public record FormFields(Map<String, String> fields) {
    private static final int FIELDS_MAX = 16;

    /** Of a request without a form. */
    public static final FormFields NONE = new FormFields(Map.of());

    public FormFields {
        fields = Map.copyOf(fields);
    }

    /** Those of a body of {@code application/x-www-form-urlencoded}. */
    public static FormFields read(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.US_ASCII).split("&", FIELDS_MAX + 1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && fields.size() < FIELDS_MAX) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new FormFields(fields);
    }

    /** Text that no browser sends is taken as it stands; no text of ours has a zero in it. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** The field of that name, stripped; empty when it is not there. */
    public String get(String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
