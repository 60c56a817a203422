package dev.slipway.door.relay.place;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The event loops, and how sockets are set: small when they idle, up to 256 KiB a read when much passes, ends of one
 * side kept apart, peers that vanished found within minutes (RFC 9293, section 3.8.4).
 */
public final class Transport implements AutoCloseable {
    /** For a connection to a backend. */
    public static final Duration CONNECT = Duration.ofSeconds(3);

    /** Written to a channel that is no socket to end its output. */
    public static final Object END_OF_OUTPUT = new Object();

    private static final int BACKLOG = 4096;
    private static final int KEEP_IDLE_SECONDS = 60;
    private static final int KEEP_INTERVAL_SECONDS = 15;
    private static final int KEEP_COUNT = 4;
    private static final int UNANSWERED_MILLIS = 30_000;

    /**
     * What the system holds of a backend's bytes: its end makes Netty read all of them at once, whoever stalls, so this
     * bounds memory; the system doubles it. Enough for any local network.
     */
    private static final int HELD_BY_SYSTEM = 256 << 10;

    private static final WriteBufferWaterMark MARKS = new WriteBufferWaterMark(256 << 10, 512 << 10);

    private final MultiThreadIoEventLoopGroup loops;
    private final RandomGenerator random;
    private final boolean isNative;
    private final Bootstrap client;

    /**
     * Starts a loop per core.
     *
     * @param random for the names of connections; safe for any thread
     */
    public Transport(RandomGenerator random) {
        this.random = random;
        isNative = Epoll.isAvailable();
        IoHandlerFactory factory = isNative ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        loops = new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(), factory);
        client = new Bootstrap().channel(isNative ? EpollSocketChannel.class : NioSocketChannel.class);
        socketOptions().forEach((option, value) -> client.option(raw(option), value));
        client.resolver(new DnsAddressResolverGroup(new DnsNameResolverBuilder()
                .datagramChannelType(isNative ? EpollDatagramChannel.class : NioDatagramChannel.class)));
        client.option(ChannelOption.SO_RCVBUF, HELD_BY_SYSTEM);
        client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis());
    }

    @SuppressWarnings("unchecked")
    private static ChannelOption<Object> raw(ChannelOption<?> option) {
        return (ChannelOption<Object>) option;
    }

    private static RecvByteBufAllocator reads() {
        return new AdaptiveRecvByteBufAllocator(1024, 4096, 256 << 10);
    }

    private Map<ChannelOption<?>, Object> socketOptions() {
        Map<ChannelOption<?>, Object> options = new HashMap<>();
        options.put(ChannelOption.AUTO_READ, false);
        options.put(ChannelOption.ALLOW_HALF_CLOSURE, true);
        options.put(ChannelOption.TCP_NODELAY, true);
        options.put(ChannelOption.SO_KEEPALIVE, true);
        options.put(ChannelOption.WRITE_BUFFER_WATER_MARK, MARKS);
        options.put(ChannelOption.RECVBUF_ALLOCATOR, reads());
        if (isNative) {
            options.put(EpollChannelOption.TCP_KEEPIDLE, KEEP_IDLE_SECONDS);
            options.put(EpollChannelOption.TCP_KEEPINTVL, KEEP_INTERVAL_SECONDS);
            options.put(EpollChannelOption.TCP_KEEPCNT, KEEP_COUNT);
            options.put(EpollChannelOption.TCP_USER_TIMEOUT, UNANSWERED_MILLIS);
        }
        return options;
    }

    /** For a connection: 16 hexadecimal digits that no other one has. */
    public String newId() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }

    /** The loops. */
    public MultiThreadIoEventLoopGroup loops() {
        return loops;
    }

    /** Each of them. */
    public List<EventLoop> each() {
        List<EventLoop> each = new ArrayList<>();
        loops.forEach(loop -> each.add((EventLoop) loop));
        return each;
    }

    /** How many listeners share one port: one a loop where the system spreads connections over them. */
    public int listeners() {
        return isNative ? loops.executorCount() : 1;
    }

    /** A listener; name its handler and bind. */
    public ServerBootstrap server() {
        Class<? extends ServerChannel> type = isNative ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        ServerBootstrap server = new ServerBootstrap()
                .group(loops)
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true);
        if (isNative) {
            server.option(EpollChannelOption.SO_REUSEPORT, true);
        }
        socketOptions().forEach((option, value) -> server.childOption(raw(option), value));
        return server;
    }

    /** A connection on this loop; name its handler and go. */
    public Bootstrap client(EventLoop loop) {
        return client.clone(loop);
    }

    /** Ends the loops; what still passes is cut. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
