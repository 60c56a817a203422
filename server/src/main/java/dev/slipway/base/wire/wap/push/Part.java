package dev.slipway.base.wire.wap.push;

/**
 * Which part of a long message this is (3GPP TS 23.040, sections 9.2.3.24.1 and 9.2.3.24.8).
 *
 * @param wide whether the reference has 16 bits
 * @param number 1 for the first
 */
public record Part(int reference, boolean wide, int total, int number) {
    /** Parts of a message; the number has 8 bits. */
    public static final int TOTAL_MAX = 255;

    public Part {
        if (reference < 0 || reference > (wide ? 0xFFFF : 0xFF) || number < 1 || number > total || total > TOTAL_MAX) {
            throw new IllegalArgumentException("no part: %d of %d, reference %d".formatted(number, total, reference));
        }
    }
}
