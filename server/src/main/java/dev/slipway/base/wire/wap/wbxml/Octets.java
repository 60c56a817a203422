package dev.slipway.base.wire.wap.wbxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written. */
final class Octets {
    /** Seven bits of an {@code mb_u_int32} stand in a byte (WAP-192, section 5.1). */
    private static final int MB_BITS = 7;

    private static final int MB_MORE = 0x80;

    private byte[] bytes = new byte[256];
    private int size;

    void put(int octet) {
        room(1);
        bytes[size++] = (byte) octet;
    }

    void put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** An unsigned number in as few bytes as it needs, the highest first; all but the last have their top bit set. */
    void multibyte(int number) {
        for (int shift = (sizeOf(number) - 1) * MB_BITS; shift > 0; shift -= MB_BITS) {
            put(number >>> shift | MB_MORE);
        }
        put(number & (MB_MORE - 1));
    }

    /** A text with the zero byte at its end. */
    void terminated(byte[] text) {
        put(text);
        put(0);
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** How many bytes {@link #multibyte} needs. */
    static int sizeOf(int number) {
        int significant = Integer.SIZE - Integer.numberOfLeadingZeros(number | 1);
        return (significant + MB_BITS - 1) / MB_BITS;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes this half or whole character is in UTF-8. */
    static int utf8Size(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    static int utf8Size(String text) {
        return text.chars().map(c -> utf8Size((char) c)).sum();
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
