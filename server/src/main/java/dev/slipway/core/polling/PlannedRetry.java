package dev.slipway.core.polling;

/**
 * When to ask again, for callers that are turned away: each gets the next free place at four fifths of the capacity, so
 * that all are served one after the other and those that come unannounced find the rest free. A constant answer would
 * bring them back together (measured in {@code docs/benchmarks.md}).
 *
 * <p>Not safe for threads; one for each node.
 */
final class PlannedRetry {
    /** The share of the capacity that is promised. */
    private static final double PROMISED = 0.8;
    /** Nobody is called back sooner. */
    private static final double SOONEST_SECONDS = 5;

    private double planEnd;

    /**
     * Whole seconds until the next free place, which is taken with this. The caller adds a small random number.
     *
     * @param now seconds on any clock that does not go back
     * @param capacity answers per second of this node
     */
    long next(double now, double capacity) {
        planEnd = Math.max(planEnd, now + SOONEST_SECONDS) + 1 / (PROMISED * capacity);
        return (long) Math.ceil(planEnd - now);
    }
}
