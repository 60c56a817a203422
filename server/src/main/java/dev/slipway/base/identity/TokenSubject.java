package dev.slipway.base.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a derived token stands for. Two subjects that differ anywhere have unrelated tokens.
 *
 * @param purpose what the token is good for, for example {@code installation-link}
 * @param tenant whose it is
 * @param id the row it leads to; stands in the token in clear
 * @param generation raised to make all earlier tokens of the row worthless
 */
public record TokenSubject(String purpose, long tenant, long id, int generation) {
    /** Fixed-length fields first, so that no two subjects give the same bytes. */
    byte[] bytes() {
        byte[] text = purpose.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + text.length)
                .putLong(tenant)
                .putLong(id)
                .putInt(generation)
                .put(text)
                .array();
    }
}
