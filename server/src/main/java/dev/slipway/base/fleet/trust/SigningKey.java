package dev.slipway.base.fleet.trust;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import java.util.Optional;

/**
 * An Ed25519 key of a role.
 *
 * @param keyId 64 hex digits, as in the signatures made with it (TUF specification 1.0.34, section 4.2)
 * @param role {@code root}, {@code release}, {@code bundle} or {@code tls}
 * @param publicKey 32 bytes
 * @param privateKey PKCS#8 in base64, kept encrypted; empty when the key lives off the server
 */
public record SigningKey(String keyId, String role, Bytes publicKey, Optional<Secret> privateKey, State state) {
    /** Where it is in its life. */
    public enum State {
        ACTIVE,
        RETIRED
    }
}
