package dev.slipway.door.gateway.smpp;

import dev.slipway.base.fleet.Secret;

/**
 * A message center and who we are to it (SMPP 3.4, section 5.2).
 *
 * @param tls whether the connection is over TLS
 * @param systemId at most 15 characters
 * @param password at most 8 characters; a secret
 * @param systemType at most 12 characters; mostly empty
 * @param source sender: a number with its plus, or at most 11 letters and digits; empty for the center's
 */
record SmppServer(Endpoint endpoint, boolean tls, String systemId, Secret password, String systemType, String source) {
    /** Where it is. */
    record Endpoint(String host, int port) {}
}
