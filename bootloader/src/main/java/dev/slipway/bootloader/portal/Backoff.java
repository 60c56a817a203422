package dev.slipway.bootloader.portal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after the nth failure in a row: drawn evenly between nothing and a bound that doubles ("full
 * jitter", AWS Architecture Blog, Exponential Backoff And Jitter, 2015), so that a fleet does not return in one
 * second.
 */
public record Backoff(Duration first, Duration most, RandomGenerator chance) {
    private static final int DOUBLINGS_MAX = 30;

    /** The wait after {@code failures} in a row, from 1. */
    public Duration after(int failures) {
        long bound = first.toMillis() << Math.min(DOUBLINGS_MAX, Math.max(0, failures - 1));
        long least = Math.min(most.toMillis(), Math.max(bound, first.toMillis()));
        return Duration.ofMillis(chance.nextLong(least + 1));
    }
}
