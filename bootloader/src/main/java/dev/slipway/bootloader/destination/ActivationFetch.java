package dev.slipway.bootloader.destination;

import java.net.URI;
import java.util.Optional;

/** Looks whether an address is that of an activation document. */
@FunctionalInterface
public interface ActivationFetch {
    /** The document's bytes; empty when the address holds something else, such as a portal. */
    Optional<byte[]> find(URI address);
}
