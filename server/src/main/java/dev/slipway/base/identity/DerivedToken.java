package dev.slipway.base.identity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * A link token or the secret part of a device address: it is computed and not stored (DESIGN.md section 5). 24 bytes,
 * the id (8, big-endian) and the first 16 of HMAC-SHA-256(key, tenant, id, generation, purpose), in 39 characters of
 * base32 (RFC 4648, section 6) in lower case without padding. The id is read before any look-up; the code is checked
 * against the row's own tenant and generation, in constant time.
 */
public final class DerivedToken {
    /** Characters of a token: 192 bits in groups of 5. */
    public static final int LENGTH = 39;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CODE_BYTES = 16;
    private static final int BYTES = Long.BYTES + CODE_BYTES;
    private static final int GROUP_BITS = 5;

    private final byte[] bytes;

    private DerivedToken(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Computes the token of a subject. */
    public static DerivedToken of(TokenKey key, TokenSubject subject) {
        byte[] code = Arrays.copyOf(key.mac(subject.bytes()), CODE_BYTES);
        return new DerivedToken(
                ByteBuffer.allocate(BYTES).putLong(subject.id()).put(code).array());
    }

    /**
     * Reads what came in a link or an address; empty for anything but the one text that {@link #text} writes for a
     * token, so nobody can write a token in two ways.
     */
    public static Optional<DerivedToken> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        int pending = 0;
        int bits = 0;
        int index = 0;
        for (int position = 0; position < LENGTH; position++) {
            int value = ALPHABET.indexOf(text.charAt(position));
            if (value < 0) {
                return Optional.empty();
            }
            pending = ((pending << GROUP_BITS) | value) & 0xfff;
            bits += GROUP_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[index++] = (byte) (pending >> bits);
            }
        }
        boolean padded = (pending & ((1 << bits) - 1)) == 0;
        return padded ? Optional.of(new DerivedToken(bytes)) : Optional.empty();
    }

    /** The row it claims to lead to, not yet proven. */
    public long id() {
        return ByteBuffer.wrap(bytes).getLong();
    }

    /** Whether it is the token of this subject; takes the same time wherever it differs. */
    public boolean isOf(TokenKey key, TokenSubject subject) {
        return MessageDigest.isEqual(bytes, of(key, subject).bytes);
    }

    /** The 39 characters for a link or an address. They are a secret: whoever has them is let in. */
    public String text() {
        StringBuilder text = new StringBuilder(LENGTH);
        int pending = 0;
        int bits = 0;
        for (byte one : bytes) {
            pending = ((pending << Byte.SIZE) | (one & 0xff)) & 0xfff;
            for (bits += Byte.SIZE; bits >= GROUP_BITS; bits -= GROUP_BITS) {
                text.append(ALPHABET.charAt((pending >> (bits - GROUP_BITS)) & 0x1f));
            }
        }
        return text.append(ALPHABET.charAt((pending << (GROUP_BITS - bits)) & 0x1f))
                .toString();
    }

    /** Stars, and the id, which is no secret. */
    @Override
    public String toString() {
        return id() + ":****";
    }
}
