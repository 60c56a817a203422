package dev.slipway.base.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * A short code that people read out and type. Like a {@link DerivedToken} it is computed and not stored; unlike it, it
 * can be guessed, so whoever takes one counts the wrong ones.
 */
public final class DerivedCode {
    /** Of letters and digits: 40 bits. */
    public static final int LENGTH = 8;

    /** Of a PIN. */
    public static final int DIGITS = 6;

    /** Crockford's base32: without I, L, O and U, which are taken for others. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LETTER_BITS = 5;
    private static final long PINS = 1_000_000;

    private DerivedCode() {}

    /** {@value #LENGTH} characters of Crockford's base32, in upper case. */
    public static String letters(TokenKey key, TokenSubject subject) {
        long bits = bits(key, subject);
        var text = new StringBuilder(LENGTH);
        for (int letter = 0; letter < LENGTH; letter++) {
            text.append(ALPHABET.charAt((int) (bits >>> (letter * LETTER_BITS)) & (ALPHABET.length() - 1)));
        }
        return text.toString();
    }

    /** {@value #DIGITS} digits; of 63 bits, so that each is as likely as any other within one in 2^43. */
    public static String digits(TokenKey key, TokenSubject subject) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", (bits(key, subject) >>> 1) % PINS);
    }

    private static long bits(TokenKey key, TokenSubject subject) {
        return ByteBuffer.wrap(key.mac(subject.bytes())).getLong();
    }

    /**
     * Whether somebody typed that code: lower case, spaces and hyphens do not matter, and O, I and L are read as the
     * digits they look like (Crockford's base32). Takes the same time wherever it differs.
     */
    public static boolean isTyped(String typed, String code) {
        return MessageDigest.isEqual(
                plain(typed).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
