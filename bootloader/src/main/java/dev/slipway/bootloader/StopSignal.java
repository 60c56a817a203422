package dev.slipway.bootloader;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to end (SIGTERM, SIGINT): waiting ends at once, a step that has begun is brought to its end. */
final class StopSignal {
    /** How long the step may take; after that the next start rolls it back. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Ends this process with status 0 after a signal, once {@link #finished} or out of patience. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop"));
    }

    /** Waits so long; true when a signal came. */
    boolean await(Duration time) {
        try {
            return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The main thread has ended its work; a status that it gives to {@link System#exit} stands. */
    void finished() {
        ended.countDown();
    }

    private void end() {
        if (ended.getCount() == 0) {
            return;
        }
        asked.countDown();
        try {
            boolean clean = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Runtime.getRuntime().halt(clean ? 0 : 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
