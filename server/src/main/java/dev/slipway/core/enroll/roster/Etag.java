package dev.slipway.core.enroll.roster;

import java.util.HexFormat;

/** ETags as the roster keeps them: the first 64 bits of what is written in hexadecimal digits. */
public final class Etag {
    private static final int DIGITS = 2 * Long.BYTES;
    private static final String QUOTE = "\"";

    private Etag() {}

    /** The first 64 bits of an ETag or hash. */
    public static long bits(String hex) {
        return HexFormat.fromHexDigitsToLong(hex, 0, DIGITS);
    }

    /** Whether the field {@code If-None-Match} is one strong tag that begins with these bits; 0 is no tag. */
    public static boolean isIn(String field, long bits) {
        return bits != 0
                && field.length() > DIGITS + 2
                && field.startsWith(QUOTE)
                && field.indexOf('"', 1) == field.length() - 1
                && isHex(field)
                && bits(field.substring(1)) == bits;
    }

    private static boolean isHex(String field) {
        for (int i = 1; i <= DIGITS; i++) {
            if (Character.digit(field.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
