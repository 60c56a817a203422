package dev.slipway.bootloader.destination;

import java.util.Optional;

/** Answers which host and port offer {@code _slipway._tcp} in a domain (RFC 2782). */
@FunctionalInterface
interface ServiceRecords {
    /** {@code host:port} of the best record of {@code domain}; empty when there is none or no answer. */
    Optional<String> find(String domain);
}
