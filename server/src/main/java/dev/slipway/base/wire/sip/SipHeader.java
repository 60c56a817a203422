package dev.slipway.base.wire.sip;

import java.util.Locale;
import java.util.Map;

/**
 * One header field. A compact name (RFC 3261, section 20; RFC 6665, section 8.2.1) is replaced by the long one, so that
 * nobody looks for two.
 *
 * @param value unfolded, without white space around it
 */
public record SipHeader(String name, String value) {
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("c", "Content-Type"),
            Map.entry("e", "Content-Encoding"),
            Map.entry("f", "From"),
            Map.entry("i", "Call-ID"),
            Map.entry("k", "Supported"),
            Map.entry("l", "Content-Length"),
            Map.entry("m", "Contact"),
            Map.entry("o", "Event"),
            Map.entry("s", "Subject"),
            Map.entry("t", "To"),
            Map.entry("u", "Allow-Events"),
            Map.entry("v", "Via"));

    public SipHeader {
        name = LONG.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a header field has one line: " + name);
        }
    }

    boolean isNamed(String asked) {
        return name.equalsIgnoreCase(asked);
    }
}
