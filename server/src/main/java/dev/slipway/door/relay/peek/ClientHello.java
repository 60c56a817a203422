package dev.slipway.door.relay.peek;

import java.util.List;

/**
 * What a TLS client asks for before anything is encrypted (RFC 8446, section 4.1.2).
 *
 * @param serverName in lower case, without a dot at its end; empty when it names none (RFC 6066, section 3)
 * @param protocols that it speaks inside, as {@code h2} (RFC 7301)
 */
public record ClientHello(String serverName, List<String> protocols) {
    public ClientHello {
        protocols = List.copyOf(protocols);
    }
}
