package dev.slipway.door.relay.site;

import dev.slipway.base.http.ServerKey;
import dev.slipway.door.relay.flow.Reception;
import dev.slipway.door.relay.place.Transport;
import dev.slipway.door.relay.tunnel.Hello;
import dev.slipway.door.relay.tunnel.Tunnel;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Holds the tunnels of this server: dials them, says by which aliases it wants to be found, and dials again when one
 * ends, after a time that grows to a minute, all of it by chance (so that many sites do not come back at one moment).
 */
public final class Site implements AutoCloseable {
    private static final int FIRST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 60_000;
    private static final int HANDSHAKE_MILLIS = 5_000;
    private static final System.Logger LOG = System.getLogger(Site.class.getName());

    private final Transport transport;
    private final Options options;
    private final Reception reception;
    private final RandomGenerator random;
    private final CenterKey center;
    private final SslContext tls;
    private final String process;
    private final long epoch;
    private final Set<Channel> held = ConcurrentHashMap.newKeySet();
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    /**
     * How a site finds its center.
     *
     * @param center HOST and PORT of the center, not looked up yet
     * @param proxy through which it is dialled (HTTP CONNECT); empty for none
     * @param aliases by which the site wants to be found
     * @param own key that is bound to them
     * @param entry code and memory of the center's key
     * @param connections at a time
     */
    public record Options(
            InetSocketAddress center,
            Optional<InetSocketAddress> proxy,
            List<String> aliases,
            ServerKey own,
            Entry entry,
            int connections) {
        public Options {
            aliases = List.copyOf(aliases);
        }

        /**
         * How the center and the site come to know each other.
         *
         * @param code {@code KEY-SECRET}: the first 26 characters say the center's key, the others bind the alias;
         *     empty when that was done before
         * @param kept file that remembers the center's key after the first time
         */
        public record Entry(String code, Path kept) {}
    }

    private Site(
            Transport transport, Options options, Reception reception, InstantSource clock, RandomGenerator random) {
        this.transport = transport;
        this.options = options;
        this.reception = reception;
        this.random = random;
        this.center = new CenterKey(options.entry());
        this.tls = Tunnel.ofSite(options.own());
        this.process = HexFormat.of().toHexDigits(random.nextLong());
        this.epoch = clock.millis();
    }

    /**
     * Starts dialling.
     *
     * @param reception that takes devices' connections
     * @param random for times and names; safe for any thread
     */
    public static Site start(
            Transport transport, Options options, Reception reception, InstantSource clock, RandomGenerator random) {
        var site = new Site(transport, options, reception, clock, random);
        for (int i = 0; i < options.connections(); i++) {
            site.dial(0);
        }
        return site;
    }

    /** Aliases by which the center leads to this site. */
    public Set<String> found() {
        return Set.copyOf(found);
    }

    /** How many tunnels there are. */
    public int tunnels() {
        return held.size();
    }

    private void dial(int attempt) {
        if (over) {
            return;
        }
        EventLoop loop = transport.loops().next();
        Bootstrap bootstrap = transport
                .client(loop)
                .option(ChannelOption.AUTO_READ, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, false)
                .handler(new Beginning(attempt));
        if (options.proxy().isPresent()) {
            bootstrap.resolver(NoopAddressResolverGroup.INSTANCE);
        }
        bootstrap
                .connect(options.center().getHostString(), options.center().getPort())
                .addListener((ChannelFuture made) -> {
                    if (!made.isSuccess()) {
                        LOG.log(System.Logger.Level.DEBUG, () -> "event=center-unreachable cause=%s"
                                .formatted(made.cause()));
                        again(loop, attempt);
                    }
                });
    }

    private void again(EventLoop loop, int attempt) {
        long longest = Math.min(LONGEST_MILLIS, (long) FIRST_MILLIS << Math.min(attempt, 10));
        var _ = loop.schedule(() -> dial(attempt + 1), 1 + random.nextLong(longest), TimeUnit.MILLISECONDS);
    }

    private final class Beginning extends ChannelInitializer<Channel> {
        private final int attempt;

        private Beginning(int attempt) {
            this.attempt = attempt;
        }

        @Override
        protected void initChannel(Channel channel) {
            options.proxy().ifPresent(proxy -> channel.pipeline().addLast(new HttpProxyHandler(proxy)));
            SslHandler handler = tls.newHandler(channel.alloc());
            handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
            channel.pipeline().addLast(handler, new Shaken(attempt));
        }
    }

    private final class Shaken extends ChannelInboundHandlerAdapter {
        private final int attempt;

        private Shaken(int attempt) {
            this.attempt = attempt;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (!(event instanceof SslHandshakeCompletionEvent done)) {
                return;
            }
            Channel channel = context.channel();
            Optional<String> key =
                    done.isSuccess() ? Tunnel.peer(context.pipeline().get(SslHandler.class)) : Optional.empty();
            if (key.filter(center::is).isPresent()) {
                context.pipeline().remove(this);
                channel.closeFuture().addListener(closed -> ended(channel, attempt));
                Tunnel.begin(channel, true, new Streams(key.get()), new Control());
            } else {
                LOG.log(
                        System.Logger.Level.WARNING,
                        done.isSuccess()
                                ? "event=center-not-trusted do=\"it shows another key than relay.code names\""
                                : "event=center-handshake-failed cause=\"%s\"".formatted(done.cause()));
                channel.closeFuture().addListener(closed -> again(channel.eventLoop(), attempt));
                var _ = channel.close();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (context.pipeline().get(SslHandler.class) == null
                    || !context.pipeline()
                            .get(SslHandler.class)
                            .handshakeFuture()
                            .isDone()) {
                again(context.channel().eventLoop(), attempt);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }

    /** A tunnel that was held is dialled again soon; one that was never taken, later each time. */
    private void ended(Channel channel, int attempt) {
        boolean wasHeld = held.remove(channel);
        if (held.isEmpty()) {
            found.clear();
        }
        again(channel.eventLoop(), wasHeld ? 0 : attempt);
    }

    /** What each stream of the center becomes. */
    private final class Streams extends ChannelInitializer<Channel> {
        private final String key;

        private Streams(String key) {
            this.key = key;
        }

        @Override
        protected void initChannel(Channel stream) {
            stream.pipeline()
                    .addLast(new StreamOpening(reception, Site.this::hello, verdict -> judged(verdict, stream, key)));
        }

        @Override
        public boolean isSharable() {
            return true;
        }
    }

    private Hello hello() {
        List<Hello.Wanted> wanted = options.aliases().stream()
                .map(alias -> new Hello.Wanted(alias, center.secret()))
                .toList();
        return new Hello(wanted, process, epoch, "slipway");
    }

    private void judged(Hello.Verdict verdict, Channel stream, String key) {
        verdict.refused()
                .forEach(refused -> LOG.log(
                        System.Logger.Level.WARNING,
                        "event=alias-refused alias=%s code=%s do=\"%s\""
                                .formatted(refused.alias(), refused.code(), refused.sentence())));
        if (!verdict.taken().isEmpty()) {
            held.add(stream.parent());
            if (found.addAll(verdict.taken())) {
                verdict.notices()
                        .forEach(notice ->
                                LOG.log(System.Logger.Level.INFO, "event=alias-notice text=\"%s\"".formatted(notice)));
                LOG.log(System.Logger.Level.INFO, "event=alias-taken aliases=%s".formatted(verdict.taken()));
                Thread.ofVirtual().start(() -> center.keep(key));
            }
        }
    }

    /** Frames of the connection. */
    private static final class Control extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            boolean leave = message instanceof Http2GoAwayFrame;
            ReferenceCountUtil.release(message);
            if (leave) {
                var _ = context.executor()
                        .schedule(
                                () -> {
                                    var _ = context.close();
                                },
                                1,
                                TimeUnit.SECONDS);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }

    /** Ends its tunnels; connections of devices in them end too. */
    @Override
    public void close() {
        over = true;
        held.forEach(channel -> channel.close().syncUninterruptibly());
    }
}
