package dev.slipway.door.relay.place;

import dev.slipway.door.relay.steer.Lane;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.haproxy.HAProxyMessageEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The servers of one lane. A connection goes to the one with the fewest among those that work; when it cannot be made,
 * one other is tried, before a byte has been sent. When all are out, the one that comes back first is tried.
 */
public final class Backends implements Destination {
    private final Lane lane;
    private final List<Server> servers;
    private final boolean header;
    private final Transport transport;
    private final Optional<SslContext> tls;

    private record Server(Backend backend, Health health) {}

    /**
     * How connections to servers are made.
     *
     * @param tls how those over TLS are checked; empty when there are none
     */
    public record Means(Transport transport, Optional<SslContext> tls, InstantSource clock) {}

    /**
     * What a lane leads to.
     *
     * @param header whether they are told by a PROXY header, version 2, for whom a connection is made
     */
    public Backends(Lane lane, List<Backend> backends, boolean header, Means means) {
        this.lane = lane;
        this.servers = backends.stream()
                .map(one -> new Server(one, new Health(means.clock)))
                .toList();
        this.header = header;
        this.transport = means.transport;
        this.tls = means.tls;
    }

    @Override
    public String word() {
        return lane.word();
    }

    @Override
    public Duration idle() {
        return lane.idle();
    }

    /** How many of its servers took the last connection that was tried. */
    public int working() {
        return (int) servers.stream().filter(server -> server.health.isProven()).count();
    }

    /** How many servers it has. */
    public int size() {
        return servers.size();
    }

    @Override
    public void dial(Caller caller, Opened opened, EventLoop loop, Outcome outcome) {
        Optional<Server> first = best(Optional.empty());
        if (first.isEmpty()) {
            outcome.failed(Failure.UNREACHABLE);
            return;
        }
        var call = new Call(caller, opened, loop, outcome);
        connect(first.get(), call, () -> {
            Optional<Server> second = best(first);
            if (second.isPresent()) {
                connect(second.get(), call, () -> outcome.failed(Failure.UNREACHABLE));
            } else {
                outcome.failed(Failure.UNREACHABLE);
            }
        });
    }

    private record Call(Caller caller, Opened opened, EventLoop loop, Outcome outcome) {
        /** A socket that could not even be made is told of on another thread. */
        void on(Runnable told) {
            if (loop.inEventLoop()) {
                told.run();
            } else {
                loop.execute(told);
            }
        }
    }

    private Optional<Server> best(Optional<Server> but) {
        Server best = null;
        for (Server server : servers) {
            if (!but.equals(Optional.of(server))) {
                best = best == null || isBetter(server.health, best.health) ? server : best;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(Health one, Health other) {
        if (one.isUp() && other.isUp()) {
            return one.connections().get() < other.connections().get();
        }
        return one.isUp() || (!other.isUp() && one.outUntil() < other.outUntil());
    }

    private void connect(Server server, Call call, Runnable otherwise) {
        Bootstrap bootstrap = transport.client(call.loop()).handler(new Nothing());
        Backend to = server.backend;
        bootstrap.connect(to.host(), to.port()).addListener((ChannelFuture made) -> {
            if (!made.isSuccess()) {
                server.health.failed();
                call.on(otherwise);
                return;
            }
            Channel channel = made.channel();
            server.health.connections().incrementAndGet();
            channel.closeFuture()
                    .addListener(closed -> server.health.connections().decrementAndGet());
            introduce(channel, call);
            secured(channel, to, ready -> {
                if (ready) {
                    server.health.succeeded();
                    call.outcome().connected(channel);
                } else {
                    server.health.failed();
                    var _ = channel.close();
                    otherwise.run();
                }
            });
        });
    }

    /** Tells first for whom it calls; the header is no part of what TLS protects. */
    private void introduce(Channel channel, Call call) {
        if (header) {
            channel.pipeline().addLast(HAProxyMessageEncoder.INSTANCE);
            var _ = channel.writeAndFlush(
                    ProxyHeader.of(call.caller(), call.opened(), lane.word()), channel.voidPromise());
            channel.pipeline().remove(HAProxyMessageEncoder.INSTANCE);
        }
    }

    private void secured(Channel channel, Backend to, Consumer<Boolean> then) {
        if (!to.tls()) {
            then.accept(true);
        } else if (tls.isEmpty()) {
            then.accept(false);
        } else {
            SslHandler handler = tls.get().newHandler(channel.alloc(), to.host(), to.port());
            handler.setHandshakeTimeoutMillis(Transport.CONNECT.toMillis());
            channel.pipeline().addLast(handler);
            handler.handshakeFuture().addListener((Future<Channel> done) -> then.accept(done.isSuccess()));
        }
    }

    /** Tries each server once, as the health check does; what it finds counts like a caller's connection. */
    public void check() {
        for (Server server : servers) {
            EventLoop loop = transport.loops().next();
            transport
                    .client(loop)
                    .handler(new Nothing())
                    .connect(server.backend.host(), server.backend.port())
                    .addListener((ChannelFuture made) -> {
                        if (made.isSuccess()) {
                            server.health.succeeded();
                            var _ = made.channel().close();
                        } else {
                            server.health.failed();
                        }
                    });
        }
    }

    /** A connection begins without a handler; whoever wanted it adds its own. */
    private static final class Nothing extends ChannelInboundHandlerAdapter {}
}
