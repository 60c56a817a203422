package dev.slipway.door.relay.place;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How one backend does: a failed connection takes it out for a second, twice as long each time after, up to 30; any
 * that succeeds, of a caller or of the check, brings it back. Safe for any thread.
 */
final class Health {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile long outUntil;
    private volatile long out;

    Health(InstantSource clock) {
        this.clock = clock;
    }

    /** Connections there are to it. */
    AtomicInteger connections() {
        return connections;
    }

    /** When it is back, in milliseconds. */
    long outUntil() {
        return outUntil;
    }

    boolean isUp() {
        return clock.millis() >= outUntil;
    }

    /** Whether its last connection succeeded. */
    boolean isProven() {
        return out == 0;
    }

    void succeeded() {
        out = 0;
        outUntil = 0;
    }

    void failed() {
        out = out == 0 ? FIRST.toMillis() : Math.min(LONGEST.toMillis(), out * 2);
        outUntil = clock.millis() + out;
    }
}
