package dev.slipway.base.store.postgres;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks each second, on a thread of its own, until it is closed; closing waits for a look that is at work. */
final class Watch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-watch").factory());

    /** What {@code look} throws ends the watch. */
    Watch(Runnable look) {
        var _ = thread.scheduleWithFixedDelay(look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A look that has begun is not interrupted: it may be starting the server, which must then be stopped. */
    @Override
    public void close() {
        thread.close();
    }
}
