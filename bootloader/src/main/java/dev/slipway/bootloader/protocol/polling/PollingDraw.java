package dev.slipway.bootloader.protocol.polling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Chance that everybody can repeat: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014), seeded with the first eight bytes (big-endian) of SHA-256 over {@code slipway-poll-1}, purpose, number
 * and identity, joined by line feeds, in UTF-8.
 */
public final class PollingDraw {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** The draw of a device for one purpose; {@code number} tells draws of the same purpose apart. */
    public PollingDraw(String purpose, long number, String identity) {
        String text = "slipway-poll-1\n" + purpose + "\n" + number + "\n" + identity;
        state = ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    /** A whole number from 0 to {@code bound - 1}: the upper 63 bits times the bound, divided by 2^63, rounded down. */
    public long below(long bound) {
        return Math.multiplyHigh(next() >>> 1, 2 * bound);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
