package dev.slipway.base.jobs;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Looks for work in the database: as soon as it is called, and every second, since other nodes leave work too. What it
 * finds is done by threads of its own, virtual ones.
 */
public final class Lookout {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration END_WITHIN = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(Lookout.class.getPackageName());

    private final String name;
    private final Semaphore calls = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean ended;

    /** {@code name} is what the log calls it. */
    public Lookout(String name) {
        this.name = name;
    }

    /** Begins to look; {@code look} answers how much work it found, and after none there is a pause. */
    public void start(IntSupplier look) {
        threads.execute(() -> {
            while (!ended && !Thread.currentThread().isInterrupted()) {
                if (found(look) == 0) {
                    pause();
                }
            }
        });
    }

    private int found(IntSupplier look) {
        try {
            return look.getAsInt();
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "event=look-failed lookout=" + name, fault);
            return 0;
        }
    }

    /** Does work in a thread of its own. */
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** There may be work: looks at once. */
    public void call() {
        calls.release();
    }

    /** Waits until it is called, at most a second. */
    public void pause() {
        try {
            boolean called = calls.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
            calls.drainPermits();
            LOG.log(Level.TRACE, "event=look lookout={0} called={1}", name, called);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was told to end. */
    public boolean isEnded() {
        return ended;
    }

    /** Looks no more, and waits up to 5 s for the work at hand; whether all of it was done. */
    public boolean end() {
        ended = true;
        calls.release();
        threads.shutdown();
        try {
            return threads.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
