package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.place.Caller;
import dev.slipway.door.relay.place.Transport;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes connections over, whatever carries them: sockets of devices, or streams of a tunnel. */
public final class Reception {
    private static final int MOMENT_MILLIS = 20;

    private final Transport transport;
    private final Rounds rounds;
    private final Desk desk;

    /** Nobody is here yet. */
    public Reception(Transport transport, Desk desk) {
        this.transport = transport;
        this.rounds = Rounds.of(transport.each());
        this.desk = desk;
    }

    /** A socket, before it is active. */
    void takes(Channel channel, Caller caller) {
        channel.pipeline().addLast(front(channel, caller));
    }

    /** A stream that is active already and has said for whom it is. */
    public void takesActive(Channel channel, Caller caller) {
        Front front = front(channel, caller);
        channel.pipeline().addLast(front);
        front.begin();
    }

    private Front front(Channel channel, Caller caller) {
        return new Front(desk, rounds.of(channel.eventLoop()), channel, caller);
    }

    Desk desk() {
        return desk;
    }

    /**
     * Lets answers that pass end, ends what rests, and cuts what is left after {@code within}. Blocks until then; who
     * calls has seen to it that nobody else comes.
     */
    public void drain(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        onEveryLoop(Front::drain);
        while (desk.sources().total() > 0 && System.nanoTime() < end) {
            onEveryLoop(Front::drain);
        }
        onEveryLoop(front -> {
            front.ends(Ending.STOPPED);
            var _ = front.channel().close();
        });
    }

    /** Does it with each connection, after a moment, and waits until it is done. */
    private void onEveryLoop(Consumer<Front> act) {
        List<EventLoop> loops = transport.each();
        var done = new CountDownLatch(loops.size());
        for (EventLoop loop : loops) {
            var _ = loop.schedule(
                    () -> {
                        rounds.of(loop).all().forEach(act);
                        done.countDown();
                    },
                    MOMENT_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
