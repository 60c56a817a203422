package dev.slipway.door.gateway.smtp;

/** How a connection is protected. */
enum Security {
    /** In clear until STARTTLS, which must succeed before anything is said (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte (RFC 8314, section 3.3). */
    TLS,
    /** Not at all. */
    NONE
}
