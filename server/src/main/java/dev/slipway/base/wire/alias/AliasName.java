package dev.slipway.base.wire.alias;

import dev.slipway.bootloader.protocol.trust.AliasLabel;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An alias in its normal form: like an e-mail address, in lower case, Unicode NFC, at most 254 bytes (RFC 5321, section
 * 4.5.3.1.3).
 */
public record AliasName(String text) {
    private static final int BYTES_MAX = 254;

    public AliasName {
        if (!text.matches("[^\\s@/\\p{Cntrl}]+@[^\\s@/\\p{Cntrl}]+")
                || text.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            throw new IllegalArgumentException("an alias is like an e-mail address, at most 254 bytes long");
        }
    }

    /** The alias that somebody wrote; empty when it is none. */
    public static Optional<AliasName> of(String written) {
        try {
            return Optional.of(new AliasName(
                    Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** How it stands in a host name; see {@link AliasLabel}. */
    public String label() {
        return AliasLabel.of(text);
    }
}
