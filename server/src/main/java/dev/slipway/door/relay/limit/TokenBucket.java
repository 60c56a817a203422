package dev.slipway.door.relay.limit;

/** So many in the long run, so many at once. */
final class TokenBucket {
    private static final double MILLIS = 1000;

    private final double perSecond;
    private final double size;
    private double tokens;
    private long filled;

    TokenBucket(double perSecond, double size, long now) {
        this.perSecond = perSecond;
        this.size = size;
        this.tokens = size;
        this.filled = now;
    }

    /** Takes that many if they are there. */
    boolean take(double count, long now) {
        fill(now);
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }

    /** Takes that many, there or not; answers whether nothing is owed. */
    boolean owe(double count, long now) {
        fill(now);
        tokens -= count;
        return tokens >= 0;
    }

    private void fill(long now) {
        tokens = Math.min(size, tokens + Math.max(0, now - filled) / MILLIS * perSecond);
        filled = Math.max(filled, now);
    }
}
