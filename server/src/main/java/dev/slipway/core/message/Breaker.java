package dev.slipway.core.message;

import java.time.Duration;
import java.time.Instant;

/**
 * Spares a gateway that fails: after some failures in a row it is asked no more for a while, then with one message; a
 * success ends that, a failure doubles the while.
 */
final class Breaker {
    static final int FAILURES_MAX = 5;
    static final Duration PAUSE_FIRST = Duration.ofSeconds(30);
    static final Duration PAUSE_MAX = Duration.ofMinutes(10);

    private int failures;
    private Duration pause = PAUSE_FIRST;
    private Instant openUntil = Instant.MIN;

    /** Whether it may not be asked at {@code now}. */
    synchronized boolean isOpen(Instant now) {
        return now.isBefore(openUntil);
    }

    /** Whether it may be asked by one message only, to see whether it works again. */
    synchronized boolean isTrying(Instant now) {
        return failures >= FAILURES_MAX && !isOpen(now);
    }

    synchronized void succeeded() {
        failures = 0;
        pause = PAUSE_FIRST;
    }

    /** True when this failure opened it; failures of messages that were on their way count no more. */
    synchronized boolean failed(Instant now) {
        return isOpen(now) ? false : failures + 1 < FAILURES_MAX ? counted() : opened(now);
    }

    /** True when that opened it: no other message would fare better. */
    synchronized boolean broke(Instant now) {
        return !isOpen(now) && opened(now);
    }

    private boolean counted() {
        failures++;
        return false;
    }

    private boolean opened(Instant now) {
        openUntil = now.plus(pause);
        pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
        failures = FAILURES_MAX;
        return true;
    }
}
