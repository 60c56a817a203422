package dev.slipway.bootloader.protocol.trust;

/**
 * A root that a device believes. Only {@link RootChain} makes new ones; what was stored comes back through
 * {@link #stored}.
 *
 * @param envelope as it is stored for the next time
 * @param document its content
 */
public record TrustedRoot(Envelope envelope, RootDocument document) {
    public TrustedRoot {
        if (!RootDocument.from(envelope).equals(document)) {
            throw new IllegalArgumentException("the document is not that of the envelope");
        }
    }

    /** A root that this device found trustworthy before and kept in its own directory. */
    public static TrustedRoot stored(Envelope envelope) {
        return new TrustedRoot(envelope, RootDocument.from(envelope));
    }
}
