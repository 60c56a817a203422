package dev.slipway.base.jobs;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something is tried again: {@code first}, then {@code factor} times as long each, at most
 * {@code longest}; all a fifth more or less, so that what failed together does not come back together.
 *
 * @param factor at least 2
 */
public record Backoff(Duration first, int factor, Duration longest, RandomGenerator random) {
    private static final double SPREAD = 0.2;

    /** After that many attempts, at least 1. */
    public Duration after(int attempts) {
        Duration pause = first;
        for (int step = 1; step < attempts && pause.compareTo(longest) < 0; step++) {
            pause = pause.multipliedBy(factor);
        }
        long millis = Math.min(pause.toMillis(), longest.toMillis());
        return Duration.ofMillis((long) (millis * (1 + SPREAD * (2 * random.nextDouble() - 1))));
    }
}
