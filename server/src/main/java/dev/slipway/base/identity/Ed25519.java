package dev.slipway.base.identity;

import java.io.IOException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm;

/**
 * Signs with a private key that is prepared once (Ed25519, RFC 8032 section 5.1.6). Bouncy Castle multiplies with
 * precomputed tables and needs a small part of the time that the JDK does (docs/decisions/0006); the bytes are the
 * same.
 */
public final class Ed25519 {
    private static final int SIGNATURE_BYTES = Ed25519PrivateKeyParameters.SIGNATURE_SIZE;

    private final Ed25519PrivateKeyParameters key;

    private Ed25519(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    /**
     * The key of a private half.
     *
     * @param pkcs8 as RFC 8410 section 7 has it
     * @throws IllegalArgumentException if it is of another algorithm, or no key
     */
    public static Ed25519 of(byte[] pkcs8) {
        try {
            if (PrivateKeyFactory.createKey(pkcs8) instanceof Ed25519PrivateKeyParameters key) {
                return new Ed25519(key);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a private key", e);
        }
        throw new IllegalArgumentException("not an Ed25519 private key");
    }

    /** The 64 bytes of the signature of {@code message}. */
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[SIGNATURE_BYTES];
        key.sign(Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return signature;
    }
}
