package dev.slipway.door.relay.peek;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Comparing bytes of a buffer with words, without making objects. */
final class Ascii {
    static final byte CR = '\r';
    static final byte LF = '\n';

    private static final boolean[] TOKEN = tokens();

    private Ascii() {}

    static byte[] word(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this may stand in a method or a name of a field (RFC 9110, section 5.6.2). */
    static boolean isToken(byte b) {
        return b > 0 && TOKEN[b];
    }

    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    /** Whether the bytes there are this word, in any case. */
    static boolean is(ByteBuf bytes, int start, int end, byte[] lowerCase) {
        return end - start == lowerCase.length && begins(bytes, start, end, lowerCase);
    }

    /** Whether they begin with it, in any case. */
    static boolean begins(ByteBuf bytes, int start, int end, byte[] lowerCase) {
        if (end - start < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            if (lower(bytes.getByte(start + i)) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    /** The value of a hexadecimal digit; -1 for another byte. */
    static int hex(byte b) {
        return b < 0 ? -1 : Character.digit((char) b, 16);
    }

    private static boolean[] tokens() {
        var set = new boolean[128];
        for (char c = '0'; c <= 'z'; c++) {
            set[c] = Character.isLetterOrDigit(c);
        }
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            set[c] = true;
        }
        return set;
    }
}
