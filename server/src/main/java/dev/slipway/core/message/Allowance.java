package dev.slipway.core.message;

import java.time.Duration;
import java.time.Instant;

/** How many messages may go out now, at so many a second; what is not used within a second is lost. */
final class Allowance {
    private static final int NO_LIMIT = 10_000;

    private final int perSecond;
    private double left;
    private Instant counted;

    /** 0 a second is no limit. */
    Allowance(int perSecond, Instant now) {
        this.perSecond = perSecond;
        this.left = perSecond;
        this.counted = now;
    }

    /** How many may go at {@code now}. */
    synchronized int left(Instant now) {
        if (perSecond == 0) {
            return NO_LIMIT;
        }
        double seconds = Math.max(0, Duration.between(counted, now).toNanos() / 1e9);
        left = Math.min(perSecond, left + seconds * perSecond);
        counted = now;
        return (int) left;
    }

    /** Notes that so many went. */
    synchronized void take(int count) {
        left -= perSecond == 0 ? 0 : count;
    }
}
