package dev.slipway.app;

import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.core.enroll.LastSeen;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes every ten seconds when devices were last here, and once more at the end. */
final class SeenBatches {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private SeenBatches() {}

    /** What is noted in the answer is written there until {@code started} ends. */
    static LastSeen start(DeviceSeen store, Started started) {
        var seen = new LastSeen(store);
        ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("last-seen").factory());
        var _ = writing.scheduleWithFixedDelay(seen::write, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        started.ending(() -> {
            writing.close();
            seen.write();
        });
        return seen;
    }
}
