package dev.slipway.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class SetClock implements InstantSource {
    private volatile Instant now;

    /** Stands at {@code start}. */
    public SetClock(Instant start) {
        now = start;
    }

    /** Moves it forward. */
    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
