package dev.slipway.door.relay.center;

import dev.slipway.base.http.ServerKey;
import dev.slipway.base.wire.alias.AliasName;
import dev.slipway.door.relay.place.Destination;
import dev.slipway.door.relay.place.Steering;
import dev.slipway.door.relay.place.Transport;
import dev.slipway.door.relay.tunnel.Gathering;
import dev.slipway.door.relay.tunnel.Hello;
import dev.slipway.door.relay.tunnel.StreamBytes;
import dev.slipway.door.relay.tunnel.StreamHead;
import dev.slipway.door.relay.tunnel.Tunnel;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The center at work: the port that sites dial, and where each alias leads. */
public final class SwitchingCenter {
    private static final int HANDSHAKE_MILLIS = 5_000;
    private static final System.Logger LOG = System.getLogger(SwitchingCenter.class.getName());

    private final Aliases aliases;
    private final Sites sites = new Sites();
    private final Destination nowhere;
    private final Map<String, AliasPlace> places = new ConcurrentHashMap<>();
    private final SslContext tls;
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final Channel listening;
    private volatile long readAt = -1;
    private volatile List<Alias> known = List.of();

    private SwitchingCenter(Transport transport, At at, Aliases aliases, RandomGenerator random) {
        this.aliases = aliases;
        this.nowhere = Steering.away(random);
        this.tls = Tunnel.ofCenter(at.key());
        look();
        InetSocketAddress address =
                at.host().equals("*") ? new InetSocketAddress(at.port()) : new InetSocketAddress(at.host(), at.port());
        var bound = transport
                .server()
                .childOption(ChannelOption.AUTO_READ, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, false)
                .childHandler(new Dialled())
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new CannotListen(address, bound.cause());
        }
        this.listening = bound.channel();
    }

    /**
     * Where sites dial, and the key by which they know this center.
     *
     * @param port 0 for any free one
     */
    public record At(String host, int port, ServerKey key) {}

    /**
     * Listens for sites.
     *
     * @throws CannotListen most often because the port is in use
     */
    public static SwitchingCenter start(Transport transport, At at, Aliases aliases, RandomGenerator random) {
        return new SwitchingCenter(transport, at, aliases, random);
    }

    /** The port that sites dial. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /**
     * Reads the table again if it changed: what was disabled or moved is let go at once.
     *
     * @return whether it changed
     */
    public boolean look() {
        long now = aliases.stamp();
        if (now != readAt) {
            readAt = now;
            read();
            return true;
        }
        return false;
    }

    private synchronized void read() {
        known = aliases.all();
        for (Alias alias : known) {
            sites.keep(alias.name(), alias.disabled() ? List.of() : alias.keys());
        }
    }

    /** By alias first; what names none is steered by {@code otherwise}. */
    public Steering over(Steering otherwise) {
        Map<String, AliasPlace> byLabel = new HashMap<>();
        Map<String, AliasPlace> byHost = new HashMap<>();
        for (Alias alias : known) {
            if (!alias.disabled()) {
                AliasPlace place = places.computeIfAbsent(alias.name(), this::place);
                byLabel.put(place.word(), place);
                alias.hosts().forEach(host -> byHost.put(host, place));
            }
        }
        return new AliasSteering(byLabel, byHost, nowhere, otherwise);
    }

    private AliasPlace place(String name) {
        return new AliasPlace(new AliasName(name).label(), name, sites, nowhere);
    }

    /** Done as soon as the first site is here. */
    public CompletableFuture<Void> first() {
        return first;
    }

    /** How many connections of sites there are. */
    public int connections() {
        return sites.all().size();
    }

    /** Takes no more sites and tells those that are here to dial again, elsewhere or later. */
    public void drain() {
        listening.close().syncUninterruptibly();
        sites.all().forEach(Sites::letGo);
    }

    /** What a connection begins with, up to its handshake. */
    private final class Dialled extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            SslHandler handler = tls.newHandler(channel.alloc());
            handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
            channel.pipeline().addLast(handler, new Shaken());
        }
    }

    private final class Shaken extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent done) {
                SslHandler handler = context.pipeline().get(SslHandler.class);
                Optional<String> key = done.isSuccess() ? Tunnel.peer(handler) : Optional.empty();
                if (key.isPresent()) {
                    context.pipeline().remove(this);
                    Tunnel.begin(context.channel(), false, new NoStreams(), new Ignored());
                    ask(context.channel(), key.get());
                } else {
                    var _ = context.close();
                }
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }

    /** Asks a site who it is; it has as long as a handshake has. */
    private void ask(Channel connection, String key) {
        new Http2StreamChannelBootstrap(connection)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel stream) {
                        stream.pipeline()
                                .addLast(
                                        new StreamBytes(), new Gathering((context, said) -> heard(context, said, key)));
                    }
                })
                .open()
                .addListener((Future<Http2StreamChannel> made) -> {
                    if (made.isSuccess()) {
                        var _ = made.getNow().writeAndFlush(StreamHead.hello());
                    } else {
                        var _ = connection.close();
                    }
                });
    }

    /** Binding waits for a disk, so not on a loop. */
    private void heard(ChannelHandlerContext stream, byte[] said, String key) {
        Hello hello = Hello.read(said);
        Channel connection = stream.channel().parent();
        Thread.ofVirtual().start(() -> {
            Hello.Verdict verdict = judged(hello, key, connection);
            var _ = stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(Hello.json(verdict)), true));
            if (verdict.taken().isEmpty()) {
                var _ = connection
                        .eventLoop()
                        .schedule(
                                () -> {
                                    var _ = connection.close();
                                },
                                1,
                                TimeUnit.SECONDS);
            }
        });
    }

    private Hello.Verdict judged(Hello hello, String key, Channel connection) {
        List<String> taken = new ArrayList<>();
        List<Hello.Refused> refused = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        var site = new SiteConnection(connection, key, hello.process(), hello.epoch());
        for (Hello.Wanted wanted : hello.aliases()) {
            Optional<Alias> alias = bound(wanted, key);
            if (alias.isPresent()) {
                taken.add(alias.get().name());
                alias.get().changes().forEach(change -> notices.add(alias.get().name() + ": " + change));
                sites.add(alias.get().name(), site);
            } else {
                refused.add(new Hello.Refused(
                        wanted.alias(),
                        "alias.not-bound",
                        "The center does not know this server by that alias: get a code from whoever runs it"
                                + " (relay alias code) and give it as relay.code."));
            }
        }
        if (!taken.isEmpty()) {
            first.complete(null);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "event=relay-site key=%s taken=%d refused=%d"
                        .formatted(key.substring(0, 16), taken.size(), refused.size()));
        return new Hello.Verdict(taken, refused, notices);
    }

    private Optional<Alias> bound(Hello.Wanted wanted, String key) {
        Optional<AliasName> name = AliasName.of(wanted.alias());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!isBound(name.get(), key)) {
            if (!wanted.code().isEmpty()) {
                aliases.bind(name.get().text(), wanted.code(), key);
            }
            read();
        }
        return find(name.get().text())
                .filter(alias -> !alias.disabled() && alias.keys().contains(key));
    }

    private boolean isBound(AliasName name, String key) {
        return find(name.text()).filter(alias -> alias.keys().contains(key)).isPresent();
    }

    private Optional<Alias> find(String name) {
        return known.stream().filter(alias -> alias.name().equals(name)).findAny();
    }

    /** A site opens none. */
    private static final class NoStreams extends ChannelInboundHandlerAdapter {
        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            var _ = context.close();
        }

        @Override
        public boolean isSharable() {
            return true;
        }
    }

    /** Frames of the connection that nobody waits for. */
    private static final class Ignored extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }

    /** An address at which this process cannot listen. */
    public static final class CannotListen extends RuntimeException {
        private CannotListen(InetSocketAddress at, Throwable cause) {
            super("cannot listen for sites on %s: %s".formatted(at, cause.getMessage()), cause);
        }
    }
}
