package dev.slipway.door.relay.tunnel;

import java.math.BigInteger;
import java.util.HexFormat;

/** The first 128 bits of a key's SHA-256 as people copy them: 26 characters of base32 in lower case (RFC 4648). */
public final class KeyText {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int HEX_DIGITS = 32;
    private static final int CHARACTERS = 26;
    private static final int GROUP_BITS = 5;
    private static final int UNUSED_BITS = 2;

    private KeyText() {}

    /** Of a SHA-256 in hexadecimal. */
    public static String of(String sha256) {
        byte[] bytes = HexFormat.of().parseHex(sha256.substring(0, HEX_DIGITS));
        BigInteger rest = new BigInteger(1, bytes).shiftLeft(UNUSED_BITS);
        char[] text = new char[CHARACTERS];
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt(rest.intValue() & 31);
            rest = rest.shiftRight(GROUP_BITS);
        }
        return new String(text);
    }
}
