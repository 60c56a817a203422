package dev.slipway.app;

import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.settings.document.KeptEditions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes every ten seconds what waits in memory, and once more at the end. */
final class Batches {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private Batches() {}

    /** When devices were last here, and the files that were made for them; until {@code started} ends. */
    static void start(LastSeen seen, KeptEditions files, Started started) {
        Runnable write = () -> {
            seen.write();
            files.write();
        };
        ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("batches").factory());
        var _ = writing.scheduleWithFixedDelay(write, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        started.ending(() -> {
            writing.close();
            write.run();
        });
    }
}
