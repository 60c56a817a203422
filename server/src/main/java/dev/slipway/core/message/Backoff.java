package dev.slipway.core.message;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a message is tried again: 10 s, then three times as long each, a fifth more or less. */
record Backoff(RandomGenerator random) {
    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofHours(1);
    private static final int FACTOR = 3;
    private static final int STEPS_MAX = 6;
    private static final double SPREAD = 0.2;

    /** After that many attempts, at least 1. */
    Duration after(int attempts) {
        long millis = FIRST.toMillis();
        for (int step = 1; step < Math.min(attempts, STEPS_MAX + 1); step++) {
            millis *= FACTOR;
        }
        double spread = 1 + SPREAD * (2 * random.nextDouble() - 1);
        return Duration.ofMillis((long) (Math.min(millis, LONGEST.toMillis()) * spread));
    }
}
