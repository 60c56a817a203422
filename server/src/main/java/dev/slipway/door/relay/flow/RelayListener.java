package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.place.Caller;
import dev.slipway.door.relay.place.ProxyHeader;
import dev.slipway.door.relay.place.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The port that devices reach, on every loop. */
public final class RelayListener {
    private static final System.Logger LOG = System.getLogger(RelayListener.class.getName());

    private final Transport transport;
    private final Reception reception;
    private final List<Channel> listening = new ArrayList<>();

    private RelayListener(Transport transport, Desk desk) {
        this.transport = transport;
        this.reception = new Reception(transport, desk);
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
            bound.channel().pipeline().addLast(new Paused());
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
        reception.drain(within);
    }

    private void close() {
        listening.forEach(channel -> channel.close().syncUninterruptibly());
    }

    private final class Accepting extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            InetSocketAddress source = Front.address(channel.remoteAddress());
            boolean trusted =
                    reception.desk().entry().trusted().stream().anyMatch(network -> network.has(source.getAddress()));
            if (trusted) {
                channel.pipeline().addLast(new HAProxyMessageDecoder(ProxyHeader.VALUES_BYTES_MAX, true));
            }
            var caller = new Caller(transport.newId(), source, Front.address(channel.localAddress()), 0, trusted);
            reception.takes(channel, caller);
        }

        @Override
        public boolean isSharable() {
            return true;
        }
    }

    /** Stands behind Netty's own handler, which takes no connections for a second when one cannot be taken. */
    private static final class Paused extends ChannelInboundHandlerAdapter {
        private static final long SAY_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

        private long saidAt = System.nanoTime() - SAY_EVERY_NANOS;

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            long now = System.nanoTime();
            if (now - saidAt >= SAY_EVERY_NANOS) {
                saidAt = now;
                LOG.log(
                        System.Logger.Level.WARNING,
                        "event=relay-accept-paused cause=\"%s\"".formatted(cause.getMessage())
                                + " reason=\"no connection can be taken just now: if no file is left,"
                                + " raise the limit (ulimit -n, LimitNOFILE)\"");
            }
        }
    }

    /** An address at which this process cannot listen. */
    public static final class CannotListen extends RuntimeException {
        private CannotListen(InetSocketAddress at, Throwable cause) {
            super("cannot listen on %s: %s".formatted(at, cause.getMessage()), cause);
        }
    }
}
