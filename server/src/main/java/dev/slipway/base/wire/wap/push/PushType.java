package dev.slipway.base.wire.wap.push;

import dev.slipway.base.wire.wap.security.Signature;
import java.util.Optional;

/** What a push says about its content. */
public sealed interface PushType {
    /** A provisioning document, and what makes it believed, if anything does. */
    record Connectivity(Optional<Signature> signature) implements PushType {}

    /** Another media type by its name, with UTF-8 as its charset. */
    record Named(String mediaType) implements PushType {
        /** Longest name; those that are registered have fewer than 128 characters (RFC 6838, section 4.2). */
        public static final int LENGTH_MAX = 255;

        public Named {
            if (mediaType.length() > LENGTH_MAX) {
                throw new IllegalArgumentException("a media type has at most %d characters".formatted(LENGTH_MAX));
            }
        }
    }
}
