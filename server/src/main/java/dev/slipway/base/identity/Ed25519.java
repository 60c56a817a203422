package dev.slipway.base.identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm;

/**
 * Signs with a private key that is prepared once (Ed25519, RFC 8032 section 5.1.6). Bouncy Castle multiplies with
 * precomputed tables and needs a small part of the time that the JDK does (docs/decisions/0006); the bytes are the
 * same.
 */
public final class Ed25519 {
    /**
     * What stands before the 32 bytes of a private key without its public one (RFC 8410, section 7): ours are all of
     * this form, and to read it needs none of the library's classes, which are in no AOT cache.
     */
    private static final byte[] PKCS_8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final int KEY_BYTES = Ed25519PrivateKeyParameters.KEY_SIZE;
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
        if (pkcs8.length == PKCS_8.length + KEY_BYTES && Arrays.mismatch(pkcs8, PKCS_8) == PKCS_8.length) {
            return new Ed25519(new Ed25519PrivateKeyParameters(pkcs8, PKCS_8.length));
        }
        try {
            if (PrivateKeyFactory.createKey(pkcs8) instanceof Ed25519PrivateKeyParameters key) {
                return new Ed25519(key);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a private key", e);
        }
        throw new IllegalArgumentException("not an Ed25519 private key");
    }

    /** Makes the tables now, so that the first signature does not wait for them. */
    public static void prepare() {
        org.bouncycastle.math.ec.rfc8032.Ed25519.precompute();
    }

    /** The 64 bytes of the signature of {@code message}. */
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[SIGNATURE_BYTES];
        key.sign(Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return signature;
    }
}
