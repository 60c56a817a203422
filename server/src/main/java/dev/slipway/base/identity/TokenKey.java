package dev.slipway.base.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key from which link tokens and device addresses are derived. Its text form shows nothing. */
public final class TokenKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LABEL = "slipway derived tokens v1";

    private final Key key;

    private TokenKey(Key key) {
        this.key = key;
    }

    /** Separates this use of a key from all others of it: HMAC-SHA-256(key, label), as HKDF-Expand (RFC 5869, 2.3). */
    public static TokenKey derivedFrom(Key root) {
        byte[] bytes = new TokenKey(root).mac((LABEL + "\1").getBytes(StandardCharsets.UTF_8));
        return new TokenKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    /** HMAC-SHA-256 (RFC 2104), 32 bytes. */
    byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "****";
    }
}
