package dev.slipway.door.relay.place;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What leads nowhere: an alias that is unknown or whose site is away, or a lane without a server. It is answered after
 * the same time each time, with chance in it, so that nobody learns by asking which aliases there are.
 *
 * @param told the answer: of aliases always that they cannot be reached now, since a site that is back in a moment must
 *     not have been said not to exist
 */
record Nowhere(RandomGenerator random, Failure told) implements Destination {
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final int WAIT_MILLIS = 200;
    private static final int CHANCE_MILLIS = 100;

    @Override
    public String word() {
        return "nowhere";
    }

    @Override
    public Duration idle() {
        return IDLE;
    }

    @Override
    public void dial(Caller caller, Opened opened, EventLoop loop, Outcome outcome) {
        int wait = WAIT_MILLIS + random.nextInt(CHANCE_MILLIS);
        var _ = loop.schedule(() -> outcome.failed(told), wait, TimeUnit.MILLISECONDS);
    }
}
