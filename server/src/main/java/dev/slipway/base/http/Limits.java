package dev.slipway.base.http;

import java.time.Duration;

/**
 * What one listener bears from its callers.
 *
 * @param lineBytesMax of the request line; more is answered 414
 * @param headBytesMax of all header fields together; more is answered 431
 * @param headWithin from the start of a connection to the end of its first head; a slower caller is cut off
 * @param idleAfter how long a connection may do nothing, or send its next head; then it is closed
 * @param connectionsMax at once; one more is closed as soon as it is made
 * @param drainWithin how long requests in work may take when the listener stops
 */
public record Limits(
        int lineBytesMax,
        int headBytesMax,
        Duration headWithin,
        Duration idleAfter,
        int connectionsMax,
        Duration drainWithin) {
    /** 4 KiB line, 8 KiB head within 10 s, 60 s idle, 20,000 connections, 5 s to drain. */
    public static final Limits USUAL =
            new Limits(4 << 10, 8 << 10, Duration.ofSeconds(10), Duration.ofSeconds(60), 20_000, Duration.ofSeconds(5));

    public Limits {
        if (lineBytesMax < 1 || headBytesMax < 1 || connectionsMax < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
