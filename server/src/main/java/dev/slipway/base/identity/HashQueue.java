package dev.slipway.base.identity;

import dev.slipway.base.fleet.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets at most as many password hashes run at once as there are cores; a few wait, the rest are told when to come again
 * (DESIGN section 8.3).
 */
public final class HashQueue {
    /** Some 2 s of work at 30 ms each: who waits longer has given up. */
    static final int WAITING_PER_CORE = 64;

    private static final long FIRST_GUESS_MILLIS = 30;

    private final int cores;
    private final InstantSource clock;
    private final Semaphore running;
    private final AtomicInteger waiting = new AtomicInteger();
    /** Moving average over some eight hashes. */
    private final AtomicLong hashMillis = new AtomicLong(FIRST_GUESS_MILLIS);

    /** For so many cores; one or more. */
    public HashQueue(int cores, InstantSource clock) {
        this.cores = cores;
        this.clock = clock;
        this.running = new Semaphore(cores, true);
    }

    /** Runs {@code hash} when it is its turn; too many before it is the refusal {@code logon.throttled}. */
    public <T> T run(Supplier<T> hash) {
        await();
        long start = clock.millis();
        try {
            return hash.get();
        } finally {
            long took = Math.max(1, clock.millis() - start);
            hashMillis.updateAndGet(average -> Math.max(1, (average * 7 + took) / 8));
            running.release();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return waiting.get();
    }

    private void await() {
        if (running.tryAcquire()) {
            return;
        }
        int before = waiting.getAndIncrement();
        try {
            if (before >= cores * WAITING_PER_CORE) {
                throw new Refusal(
                        "logon.throttled",
                        "Too many people log on at this moment; try again shortly.",
                        Optional.of(untilDone(before)));
            }
            running.acquireUninterruptibly();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** When the queue as it is now will have been worked off, in whole seconds. */
    private Duration untilDone(int before) {
        return Duration.ofSeconds(1 + before * hashMillis.get() / cores / 1000);
    }
}
