package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Caller;
import dev.slipway.door.relay.place.ProxyHeader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One accepted connection, from its first byte to its access line. Everything happens on its event loop.
 *
 * <p>Time: it must say what it is within {@link Desk.Entry#opening} of being accepted, however its bytes are
 * spread; after that
 * only silence ends it, after as long as its destination says.
 */
final class Front extends ChannelInboundHandlerAdapter {
    /** How long a refused connection may go on sending before it is cut, so that it can read the refusal. */
    private static final int LINGER_TICKS = Round.ticks(Duration.ofSeconds(2));

    private static final System.Logger LOG = System.getLogger(Front.class.getName());

    final Desk desk;
    private final Round round;
    private final int began;
    private final Accessed accessed = new Accessed();

    /** In the list of {@link Round}. */
    int place;

    private Channel channel;
    private Talk talk;
    private Caller caller;
    private Optional<Sources.Stay> stay = Optional.empty();
    private int touched;
    private boolean overdrawn;
    private boolean inputEnded;
    private boolean draining;

    Front(Desk desk, Round round, Channel channel, Caller caller) {
        this.desk = desk;
        this.round = round;
        this.channel = channel;
        this.caller = caller;
        this.began = round.now();
        this.touched = began;
        this.talk = new OpeningTalk(this);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
        round.add(this);
    }

    /** Lets it in as {@link #caller} says; a connection too many is cut without an answer. */
    private boolean enter() {
        stay = desk.sources().admit(caller.source().getAddress(), why -> desk.counts()
                .refused("relay.limit-" + why.name().toLowerCase(Locale.ROOT)));
        if (stay.isEmpty()) {
            ends(Ending.REFUSED);
            reset();
        }
        return stay.isPresent();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin();
    }

    /** Reads the first bytes, once it is let in; one that another speaks for is let in when that has spoken. */
    void begin() {
        if (channel.pipeline().get(HAProxyMessageDecoder.class) != null || enter()) {
            channel.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            touched = round.now();
            accessed.up += bytes.readableBytes();
            carried(bytes.readableBytes());
            talk.bytes(bytes);
        } else if (message instanceof HAProxyMessage header) {
            introduced(header);
        }
    }

    /** A relay or proxy before this one says for whom it calls. */
    private void introduced(HAProxyMessage header) {
        try {
            Optional<Caller> real = ProxyHeader.caller(header, caller);
            if (real.isEmpty()) {
                desk.counts().refused("relay.hops");
                ends(Ending.REFUSED);
                reset();
                return;
            }
            caller = real.get();
        } finally {
            header.release();
        }
        enter();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        talk.pause();
        more();
    }

    /** Reads on when somebody wants it. */
    void more() {
        if (!overdrawn && !inputEnded && channel.isActive() && talk.wantsMore()) {
            channel.read();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            inputEnded = true;
            touch();
            talk.inputEnded();
        } else if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
            desk.counts().refused("relay.tls-handshake");
            ends(Ending.DEVICE);
            var _ = channel.close();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (isWritable()) {
            talk.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ends(Ending.DEVICE);
        round.remove(this);
        talk.gone();
        stay.ifPresent(Sources.Stay::left);
        accessed.write(desk, caller, round.now() - began);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, () -> "event=relay-connection-failed connection=%s cause=%s"
                .formatted(caller.id(), cause));
        ends(Ending.DEVICE);
        reset();
    }

    /** Looked at by the round: is it overdue? */
    void look() {
        if (overdrawn) {
            carried(0);
            if (isWritable()) {
                talk.writable();
            }
            more();
        }
        talk.look(round.now() - touched);
    }

    /** Whether it is known for whom it calls, and that one may be here. */
    boolean isAdmitted() {
        return stay.isPresent();
    }

    /** Notes bytes of either direction; answers whether its source may go on. */
    boolean carried(int bytes) {
        boolean may = stay.isEmpty() || stay.get().mayCarry(bytes);
        overdrawn = !may;
        return may;
    }

    /** Bytes for the device, to go out at the next {@link #flush}. */
    void write(ByteBuf bytes) {
        touched = round.now();
        accessed.down += bytes.readableBytes();
        carried(bytes.readableBytes());
        var _ = channel.write(bytes, channel.voidPromise());
    }

    void flush() {
        channel.flush();
    }

    /** Whether more should be written now. */
    boolean isWritable() {
        return channel.isWritable() && !overdrawn;
    }

    /** It has said what it is: another talk goes on with what was read. */
    void becomes(Talk next, ByteBuf read) {
        talk = next;
        stay.ifPresent(Sources.Stay::opened);
        next.bytes(read);
        next.pause();
        more();
    }

    /** Says {@code last}, ends this side, and lets the other read it before the connection is cut. */
    void refuse(Ending ending, String code, ByteBuf last) {
        desk.counts().refused(code);
        accessed.code = code;
        ends(ending);
        Talk before = talk;
        talk = new Lingering(this, round.now() + LINGER_TICKS);
        before.gone();
        touched = round.now();
        accessed.down += last.readableBytes();
        lastWords(last);
    }

    /** Ends it after an answer that came before its request was whole. */
    void closeEarly(Ending ending) {
        ends(ending);
        Talk before = talk;
        talk = new Lingering(this, round.now() + LINGER_TICKS);
        before.gone();
        lastWords(Unpooled.EMPTY_BUFFER);
    }

    private void lastWords(ByteBuf last) {
        channel.writeAndFlush(last).addListener(written -> Ends.output(channel));
        channel.read();
    }

    /** Ends it when it was silent for too long. */
    void endIf(boolean tooLong) {
        if (tooLong) {
            ends(Ending.IDLE);
            var _ = channel.close();
        }
    }

    /** Ticks of its loop. */
    int now() {
        return round.now();
    }

    /** Ticks since it was accepted. */
    int age() {
        return round.now() - began;
    }

    /** It lives. */
    void touch() {
        touched = round.now();
    }

    /** Ends it when everything written has gone out. */
    void close(Ending ending) {
        ends(ending);
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /** Ends it so that the device cannot take it for a proper end. */
    void reset() {
        Ends.reset(channel);
    }

    /** The first reason counts. */
    void ends(Ending ending) {
        accessed.ends(ending, talk.phase());
    }

    Accessed accessed() {
        return accessed;
    }

    Caller caller() {
        return caller;
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    Channel channel() {
        return channel;
    }

    /** No further request is taken: the relay stops. A connection that rests is ended at once. */
    void drain() {
        draining = true;
        if (talk.phase() == 'I' || talk.phase() == 'O') {
            close(Ending.STOPPED);
        }
    }

    boolean isDraining() {
        return draining;
    }

    static InetSocketAddress address(SocketAddress address) {
        return address instanceof InetSocketAddress inet ? inet : new InetSocketAddress(0);
    }
}
