package dev.slipway.base.fleet;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Unchanging bytes with equality by content, compared in constant time.
 *
 * <p>Its text is the length only, so that a hash of a token never reaches a log.
 */
public final class Bytes {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of {@code bytes}. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** How many there are. */
    public int length() {
        return bytes.length;
    }

    /** Two lower-case hex digits per byte. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes same && MessageDigest.isEqual(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
