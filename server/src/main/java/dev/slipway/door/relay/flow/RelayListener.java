package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.place.Caller;
import dev.slipway.door.relay.place.ProxyHeader;
import dev.slipway.door.relay.place.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The port that devices reach, on every loop. */
public final class RelayListener {
    private final Transport transport;
    private final Rounds rounds;
    private final Desk desk;
    private final List<Channel> listening = new ArrayList<>();

    private RelayListener(Transport transport, Desk desk) {
        this.transport = transport;
        this.rounds = Rounds.of(transport.each());
        this.desk = desk;
    }

    /**
     * Listens.
     *
     * @param port 0 for any free one
     * @throws CannotListen most often because the port is in use
     */
    public static RelayListener start(Transport transport, Desk desk, String host, int port) {
        var listener = new RelayListener(transport, desk);
        ServerBootstrap bootstrap = transport.server().childHandler(listener.new Accepting());
        InetSocketAddress at = host.equals("*") ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        for (int i = 0; i < transport.listeners(); i++) {
            var bound = bootstrap.bind(at).awaitUninterruptibly();
            if (!bound.isSuccess()) {
                listener.close();
                throw new CannotListen(at, bound.cause());
            }
            listener.listening.add(bound.channel());
            at = (InetSocketAddress) bound.channel().localAddress();
        }
        return listener;
    }

    /** The port, also when any free one was asked for. */
    public int port() {
        return ((InetSocketAddress) listening.getFirst().localAddress()).getPort();
    }

    /**
     * Takes no more connections, lets answers that pass end, and cuts what is left after {@code within}. Blocks until
     * then.
     */
    public void drain(Duration within) {
        close();
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

    private void close() {
        listening.forEach(channel -> channel.close().syncUninterruptibly());
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
                    20,
                    TimeUnit.MILLISECONDS);
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Accepting extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            InetSocketAddress source = Front.address(channel.remoteAddress());
            boolean trusted = desk.entry().trusted().stream().anyMatch(network -> network.has(source.getAddress()));
            if (trusted) {
                channel.pipeline().addLast(new HAProxyMessageDecoder(ProxyHeader.VALUES_BYTES_MAX, true));
            }
            var caller = new Caller(transport.newId(), source, Front.address(channel.localAddress()), 0, trusted);
            channel.pipeline().addLast(new Front(desk, rounds.of(channel.eventLoop()), channel, caller));
        }

        @Override
        public boolean isSharable() {
            return true;
        }
    }

    /** An address at which this process cannot listen. */
    public static final class CannotListen extends RuntimeException {
        private CannotListen(InetSocketAddress at, Throwable cause) {
            super("cannot listen on %s: %s".formatted(at, cause.getMessage()), cause);
        }
    }
}
