package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.flow.RelayCounts.Led;
import dev.slipway.door.relay.place.Destination;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * A connection made for an accepted one. Its channel may live on another event loop (streams of a tunnel do); whatever
 * it tells is told on the accepted connection's loop.
 */
final class Leg extends ChannelInboundHandlerAdapter implements Destination.Outcome {
    private final Front front;
    private final Destination destination;
    private final Led led;
    private Listener listener;
    private @Nullable Channel channel;
    private boolean inputEnded;
    private boolean over;

    /** Who hears of it, on the accepted connection's loop. */
    interface Listener {
        /** It can be written to. */
        void connected(Leg leg);

        /** There will be none. */
        void failed(Leg leg, Destination.Failure failure);

        /** Bytes came; they are the listener's now. */
        void answered(Leg leg, ByteBuf in);

        /** It has been read dry. */
        void answeredAll(Leg leg);

        /** The other side will send no more; {@code broken} when that is no proper end. */
        void ended(Leg leg, boolean broken);
    }

    Leg(Front front, Destination destination, Listener listener) {
        this.front = front;
        this.destination = destination;
        this.listener = listener;
        this.led = front.desk.counts().led(destination.word());
    }

    void dial(Destination.Opened opened) {
        destination.dial(front.caller(), opened, front.loop(), this);
    }

    Destination destination() {
        return destination;
    }

    Led led() {
        return led;
    }

    void listener(Listener next) {
        listener = next;
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void connected(Channel made) {
        channel = made;
        if (over || !front.channel().isActive()) {
            var _ = made.close();
            return;
        }
        front.accessed().led(destination, front.desk.counts());
        made.pipeline().addLast(this);
        if (made.isActive()) {
            listener.connected(this);
            made.read();
        } else {
            over = true;
            listener.failed(this, Destination.Failure.UNREACHABLE);
        }
    }

    @Override
    public void failed(Destination.Failure failure) {
        led.failures().increment();
        if (!over) {
            over = true;
            listener.failed(this, failure);
        }
    }

    void write(ByteBuf bytes) {
        led.bytesUp().add(bytes.readableBytes());
        Channel there = channel;
        if (there == null) {
            bytes.release();
        } else {
            var _ = there.write(bytes, there.voidPromise());
        }
    }

    void flush() {
        if (channel != null) {
            channel.flush();
        }
    }

    /** Whether more should be written now; true as long as there is nobody to write to. */
    boolean isWritable() {
        return channel == null || channel.isWritable();
    }

    /** Reads on; never after its end, since the number of its socket may be another's by then. */
    void read() {
        if (channel != null && !over && !inputEnded && channel.isActive()) {
            channel.read();
        }
    }

    void endOutput() {
        if (channel != null && !over) {
            Ends.output(channel);
        }
    }

    /** Ends it properly; nothing more is heard of it. */
    void close() {
        over = true;
        if (channel != null) {
            var _ = channel.close();
        }
    }

    /** Ends it so that it cannot be taken for a proper end; nothing more is heard of it. */
    void reset() {
        over = true;
        if (channel != null) {
            Ends.reset(channel);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
        } else if (front.loop().inEventLoop()) {
            answered(bytes);
        } else {
            front.loop().execute(() -> answered(bytes));
        }
    }

    private void answered(ByteBuf bytes) {
        if (over) {
            bytes.release();
        } else {
            led.bytesDown().add(bytes.readableBytes());
            listener.answered(this, bytes);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        onFront(() -> listener.answeredAll(this));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            onFront(front::more);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            onFront(this::inputEnded);
        }
    }

    private void inputEnded() {
        inputEnded = true;
        listener.ended(this, false);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        onFront(() -> {
            over = true;
            listener.ended(this, false);
        });
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        onFront(() -> {
            over = true;
            listener.ended(this, !inputEnded);
        });
        var _ = context.close();
    }

    private void onFront(Runnable told) {
        if (front.loop().inEventLoop()) {
            heard(told);
        } else {
            front.loop().execute(() -> heard(told));
        }
    }

    private void heard(Runnable told) {
        if (!over) {
            told.run();
        }
    }
}
