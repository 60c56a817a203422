package dev.slipway.door.relay.flow;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The clock of one event loop, and who must be looked at as it ticks: one timer for all connections of the loop, so
 * that a connection costs no timer and noting that it lives costs one store.
 */
final class Round {
    /** Of one tick. */
    static final Duration TICK = Duration.ofMillis(100);

    /** Every how many ticks connections are looked at. */
    private static final int LOOK = 5;

    private final List<Front> fronts = new ArrayList<>();
    private int now;

    Round(EventLoop loop) {
        var _ = loop.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    static int ticks(Duration duration) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, duration.toMillis() / TICK.toMillis()));
    }

    /** Ticks since this loop began. */
    int now() {
        return now;
    }

    void add(Front front) {
        front.place = fronts.size();
        fronts.add(front);
    }

    void remove(Front front) {
        Front last = fronts.removeLast();
        if (last != front) {
            fronts.set(front.place, last);
            last.place = front.place;
        }
    }

    /** Those of this loop, at this moment. */
    List<Front> all() {
        return List.copyOf(fronts);
    }

    private void tick() {
        now++;
        if (now % LOOK == 0) {
            for (int i = fronts.size() - 1; i >= 0; i--) {
                if (i < fronts.size()) {
                    fronts.get(i).look();
                }
            }
        }
    }
}
