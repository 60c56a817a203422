package dev.slipway.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes every ten seconds what was noted in memory meanwhile, and once more at the end. */
final class Batches {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private Batches() {}

    /** Calls {@code write} in a thread of this name until {@code started} ends. */
    static void start(String thread, Runnable write, Started started) {
        ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(thread).factory());
        var _ = writing.scheduleWithFixedDelay(write, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        started.ending(() -> {
            writing.close();
            write.run();
        });
    }
}
