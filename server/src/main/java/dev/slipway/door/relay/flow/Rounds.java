package dev.slipway.door.relay.flow;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One round for each event loop. */
record Rounds(Map<EventLoop, Round> byLoop) {
    static Rounds of(List<EventLoop> loops) {
        return new Rounds(loops.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Round::new)));
    }

    Round of(EventLoop loop) {
        Round round = byLoop.get(loop);
        if (round == null) {
            throw new IllegalArgumentException("not a loop of this relay");
        }
        return round;
    }
}
