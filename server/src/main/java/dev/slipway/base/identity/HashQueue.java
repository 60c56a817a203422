package dev.slipway.base.identity;

import dev.slipway.base.fleet.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets at most as many password hashes run at once as there are cores; a few wait, the rest are told when to come
 * again (DESIGN section 8.3).
 *
 * <p>Hashes run on threads of their own: on those of the callers they would hold the carriers of all virtual
 * threads, and whoever has a database connection would wait for a carrier.
 */
public final class HashQueue {
    /** Some 2 s of work at 30 ms each: who waits longer has given up. */
    static final int WAITING_PER_CORE = 64;

    private static final long FIRST_GUESS_MILLIS = 30;
    private static final long IDLE_SECONDS = 10;

    private final InstantSource clock;
    private final ThreadPoolExecutor threads;
    /** Moving average over some eight hashes. */
    private final AtomicLong hashMillis = new AtomicLong(FIRST_GUESS_MILLIS);

    /** For so many cores; one or more. Its threads end by themselves when idle. */
    public HashQueue(int cores, InstantSource clock) {
        this.clock = clock;
        this.threads = new ThreadPoolExecutor(
                cores,
                cores,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(cores * WAITING_PER_CORE),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Runs {@code hash} when it is its turn; too many before it is the refusal {@code logon.throttled}. */
    public <T> T run(Supplier<T> hash) {
        try {
            return CompletableFuture.supplyAsync(() -> timed(hash), threads).join();
        } catch (RejectedExecutionException full) {
            throw full();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Refuses as {@link #run} when it would have to at this moment; waits for nothing. */
    void turnAway() {
        if (threads.getQueue().remainingCapacity() == 0) {
            throw full();
        }
    }

    private Refusal full() {
        return new Refusal(
                "logon.throttled",
                "Too many people log on at this moment; try again shortly.",
                Optional.of(untilDone()));
    }

    /** How many wait for their turn. */
    int waiting() {
        return threads.getQueue().size();
    }

    private <T> T timed(Supplier<T> hash) {
        long start = clock.millis();
        T result = hash.get();
        long took = Math.max(1, clock.millis() - start);
        hashMillis.updateAndGet(average -> Math.max(1, (average * 7 + took) / 8));
        return result;
    }

    /** When the queue as it is now will have been worked off, in whole seconds. */
    private Duration untilDone() {
        return Duration.ofSeconds(1 + waiting() * hashMillis.get() / threads.getCorePoolSize() / 1000);
    }
}
