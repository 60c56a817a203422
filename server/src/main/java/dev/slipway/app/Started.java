package dev.slipway.app;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been started so far. Closing ends it in reverse order, all of it, also when something refuses to end; the first
 * such failure is thrown at the end.
 */
final class Started implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Notes what must be ended later. */
    <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /** Notes how something is ended later. */
    void ending(AutoCloseable end) {
        started.push(end);
    }

    @Override
    public void close() {
        EndFailed failed = null;
        while (!started.isEmpty()) {
            failed = end(started.pop(), failed);
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static @org.jspecify.annotations.Nullable EndFailed end(
            AutoCloseable part, @org.jspecify.annotations.Nullable EndFailed before) {
        try (part) {
            return before;
        } catch (Exception e) {
            EndFailed failed = before == null ? new EndFailed(part, e) : before;
            if (before != null) {
                before.addSuppressed(e);
            }
            return failed;
        }
    }

    private static final class EndFailed extends RuntimeException {
        EndFailed(AutoCloseable part, Exception cause) {
            super(part + " did not end", cause);
        }
    }
}
