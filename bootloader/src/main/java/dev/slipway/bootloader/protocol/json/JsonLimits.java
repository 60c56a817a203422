package dev.slipway.bootloader.protocol.json;

/**
 * How much of one input a reader takes.
 *
 * @param bytes length of the whole input
 * @param depth arrays and objects inside each other; a lone number has depth 0
 * @param values arrays, objects, strings, numbers and literals together
 * @param stringBytes one string as it stands in the input, escapes included
 */
public record JsonLimits(int bytes, int depth, int values, int stringBytes) {
    /** Any document of the Bootloader protocol: 1 MiB holds a bundle of some 1,000 releases. */
    public static final JsonLimits DOCUMENT = new JsonLimits(1 << 20, 32, 100_000, 64 << 10);

    public JsonLimits {
        if (bytes < 1 || depth < 0 || values < 1 || stringBytes < 0) {
            throw new IllegalArgumentException("a limit below its least useful value");
        }
    }

    /** The same limits with another length of the whole input. */
    public JsonLimits withBytes(int most) {
        return new JsonLimits(most, depth, values, Math.min(stringBytes, most));
    }
}
