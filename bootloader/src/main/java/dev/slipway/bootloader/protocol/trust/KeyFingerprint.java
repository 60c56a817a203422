package dev.slipway.bootloader.protocol.trust;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the {@code Key:} of a message says: the first 128 bits of SHA-256 over the 32 raw bytes of a root key, as 26
 * characters of base32 (RFC 4648 section 6, without padding). Case does not count; the last character's two unused bits
 * must be zero, so that one key has one text.
 *
 * @param text 26 upper-case characters
 */
public record KeyFingerprint(String text) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** The last character holds 3 of its 5 bits: a multiple of 4 in the alphabet. */
    private static final Pattern TEXT = Pattern.compile("[A-Z2-7]{25}[AEIMQUY4]");

    private static final int BYTES = 16;
    private static final int CHARACTERS = 26;

    public KeyFingerprint {
        text = text.toUpperCase(Locale.ROOT);
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a key is 26 characters A-Z and 2-7 as the message holds them: check that none was lost");
        }
    }

    /** The fingerprint of {@code key}. */
    public static KeyFingerprint of(SigningPublicKey key) {
        byte[] hash = Arrays.copyOf(Sha256.of(key.raw()), BYTES);
        var text = new StringBuilder(CHARACTERS);
        for (int bit = 0; bit < BYTES * 8; bit += 5) {
            text.append(ALPHABET.charAt(fiveBits(hash, bit)));
        }
        return new KeyFingerprint(text.toString());
    }

    private static int fiveBits(byte[] bytes, int bit) {
        int first = bytes[bit / 8] & 0xff;
        int second = bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0;
        return (first << 8 | second) >> (11 - bit % 8) & 0x1f;
    }

    /** Whether it is {@code key}'s, in a time that does not depend on where they differ. */
    public boolean matches(SigningPublicKey key) {
        return MessageDigest.isEqual(bytes(), of(key).bytes());
    }

    private byte[] bytes() {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return text;
    }
}
