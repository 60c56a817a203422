package dev.slipway.door.relay.place;

import dev.slipway.base.fleet.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One server behind a relay.
 *
 * @param host name or number; a name is looked up each time that a connection is made
 * @param tls whether it is spoken to over TLS, its certificate checked
 */
public record Backend(String host, int port, boolean tls) {
    private static final String TLS = "tls://";

    /** Reads {@code HOST:PORT,tls://HOST:PORT}; {@code relay.backend-invalid} names what is none. */
    public static List<Backend> read(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Backend::one)
                .toList();
    }

    private static Backend one(String text) {
        boolean tls = text.toLowerCase(Locale.ROOT).startsWith(TLS);
        String place = tls ? text.substring(TLS.length()) : text;
        int colon = place.lastIndexOf(':');
        String port = place.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw new Refusal(
                    "relay.backend-invalid",
                    "\"%s\" is no backend: write HOST:PORT, or tls://HOST:PORT for one that is spoken to over TLS."
                            .formatted(text));
        }
        String host = place.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new Backend(bracketed ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port), tls);
    }

    @Override
    public String toString() {
        return (tls ? TLS : "") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
