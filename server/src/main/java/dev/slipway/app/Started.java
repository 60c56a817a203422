package dev.slipway.app;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been started so far. Closing ends it in reverse order, all of it, also when something refuses to end; the
 * first such failure is thrown at the end.
 */
final class Started implements AutoCloseable {
    private final Deque<Runnable> endings = new ArrayDeque<>();

    /** Notes how something that was just started is ended later. */
    void ending(Runnable end) {
        endings.push(end);
    }

    @Override
    public void close() {
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
