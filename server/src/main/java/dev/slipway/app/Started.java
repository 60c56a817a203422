package dev.slipway.app;

import dev.slipway.base.fleet.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * What has been started so far. Closing ends it in reverse order, all of it, also when something refuses to end; the
 * first such failure is thrown at the end.
 *
 * <p>A process that is asked to end while it starts must not leave behind what it was just starting, such as
 * PostgreSQL. So its end waits for the start, which goes no further than to the next part that it notes, and ends
 * those before.
 */
final class Started implements AutoCloseable {
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean unwanted;

    /** From now on all that is started ends with the process. */
    void endWithProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "ending"));
    }

    /**
     * Notes how something that was just started is ended later.
     *
     * @throws Refusal {@code server.ending} when the process is to end; what was noted is ended by who closes this
     */
    void ending(Runnable end) {
        endings.push(end);
        if (unwanted) {
            throw new Refusal("server.ending", "The server was asked to end before it served: start it again.");
        }
    }

    /** The start is over, well or not. */
    void over() {
        over.countDown();
    }

    /** Waits for the end of a start that is at work, then closes this. */
    void end() {
        unwanted = true;
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public synchronized void close() {
        if (endings.isEmpty()) {
            return;
        }
        try {
            endings.pop().run();
        } finally {
            close();
        }
    }
}
