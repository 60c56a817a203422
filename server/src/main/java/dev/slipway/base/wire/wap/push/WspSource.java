package dev.slipway.base.wire.wap.push;

import dev.slipway.base.wire.wap.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being read, as WSP writes its values (WAP-230, section 8.4); every reading checks first what remains. */
final class WspSource {
    private static final int MORE = 0x80;
    private static final byte QUOTE = 0x7F;
    private static final String TEXT = "a zero byte behind a text";

    /** Five bytes hold 35 bits. */
    private static final int UINTVAR_BYTES_MAX = 5;

    private final byte[] bytes;
    private final int end;
    private int at;

    WspSource(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    int at() {
        return at;
    }

    int octet(String expected) {
        if (at >= end) {
            throw new Malformed(at, expected, "the end");
        }
        return Byte.toUnsignedInt(bytes[at++]);
    }

    int wide(String expected) {
        return (octet(expected) << 8) | octet(expected);
    }

    int uintvar(String expected) {
        int begun = at;
        long number = 0;
        int octet;
        do {
            octet = octet(expected);
            number = (number << 7) | (octet & (MORE - 1));
            if (at - begun > UINTVAR_BYTES_MAX || number > Integer.MAX_VALUE) {
                throw new Malformed(begun, expected + " of at most 31 bits", "more");
            }
        } while (octet >= MORE);
        return (int) number;
    }

    /** Where so many bytes from here end. */
    int length(int count) {
        if (count > end - at) {
            throw new Malformed(at, "%d more bytes".formatted(count), "%d".formatted(end - at));
        }
        return at + count;
    }

    void skipTo(int offset) {
        at = offset;
    }

    void back() {
        at--;
    }

    /** Up to the next zero byte, in ASCII; a quote at its front is none of it (WAP-230, section 8.4.2.1). */
    String text() {
        int begun = at;
        for (int octet = octet(TEXT); octet != 0; octet = octet(TEXT)) {
            if (octet >= MORE) {
                throw new Malformed(at - 1, "ASCII", "%02x".formatted(octet));
            }
        }
        int from = bytes[begun] == QUOTE || bytes[begun] == '"' ? begun + 1 : begun;
        return new String(bytes, from, at - 1 - from, StandardCharsets.US_ASCII);
    }

    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }
}
