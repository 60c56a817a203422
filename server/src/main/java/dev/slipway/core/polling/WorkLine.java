package dev.slipway.core.polling;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * The line before work that costs more than an answer from memory, such as to merge and write the settings of a device
 * (DESIGN section 6, admission control). Whoever would wait longer than {@link #WAIT_MAX} is turned away and told when
 * its turn is, by the speed that the work was seen to have; so a herd comes back one after the other.
 */
public final class WorkLine {
    /** What somebody who asks may wait. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(2);

    /** Nobody is told to come back later than in an hour; by then the line is another one. */
    static final Duration COME_BACK_MAX = Duration.ofHours(1);

    /** Always let in, whatever the speed: a line that short tells nothing. */
    static final int LENGTH_MIN = 16;

    /** Works a second, until the first were seen. */
    private static final double CAPACITY_FIRST = 200;

    /** How much a single work says of the speed of all. */
    private static final double WEIGHT = 1 / 64.0;

    private static final double MILLIS = 1e3;
    private static final int JITTER_SECONDS = 2;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final PlannedRetry planned = new PlannedRetry();
    private double capacity = CAPACITY_FIRST;
    private int length;

    /** An empty line. */
    public WorkLine(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** When to come back, for one more than the line takes; empty when there is room. Never waits long. */
    public synchronized Optional<Duration> turnedAway() {
        if (length < Math.max(LENGTH_MIN, capacity * WAIT_MAX.toMillis() / MILLIS)) {
            return Optional.empty();
        }
        long seconds = planned.next(clock.millis() / MILLIS, capacity) + random.nextInt(JITTER_SECONDS);
        return Optional.of(Duration.ofSeconds(Math.min(seconds, COME_BACK_MAX.toSeconds())));
    }

    /** Does the work of one that was not turned away, in the caller's thread. */
    public <T> T work(Callable<T> work) throws Exception {
        enter();
        long began = clock.millis();
        try {
            return work.call();
        } finally {
            leave(clock.millis() - began);
        }
    }

    private synchronized void enter() {
        length++;
    }

    /** As many as were in the line were done in the time that one of them took (Little's law). */
    private synchronized void leave(long tookMillis) {
        if (length > 1) {
            capacity += WEIGHT * (length * MILLIS / Math.max(1, tookMillis) - capacity);
        }
        length--;
    }
}
