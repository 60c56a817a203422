package dev.slipway.door.portal;

import dev.slipway.base.fleet.Tenant;
import dev.slipway.bootloader.protocol.trust.Envelope;
import java.net.URI;
import java.util.List;

/**
 * What the server shows of itself so that a Bootloader can believe it. None of it blocks.
 */
public interface ServerFace {
    /** The root documents, version 1 first. */
    List<Envelope> roots();

    /** The statement that binds the TLS key to the root. */
    Envelope tls();

    /** The text behind {@code Key:} of a message: 26 base32 characters. */
    String fingerprint();

    /** Where this tenant's devices log on, without a slash at its end. */
    URI tlsUrl(Tenant tenant);
}
