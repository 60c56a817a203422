package dev.slipway.door.relay.tunnel;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.function.BiConsumer;

/** Gathers what the other end says on a stream, at most {@link Hello#BYTES_MAX} bytes, and passes it on when whole. */
public final class Gathering extends ChannelInboundHandlerAdapter {
    private final BiConsumer<ChannelHandlerContext, byte[]> whole;
    private final ByteBuf said = Unpooled.buffer(0, Hello.BYTES_MAX);

    /** Calls {@code whole} once, on the stream's loop. */
    public Gathering(BiConsumer<ChannelHandlerContext, byte[]> whole) {
        this.whole = whole;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof ByteBuf bytes && bytes.readableBytes() <= said.maxWritableBytes()) {
                said.writeBytes(bytes);
            } else {
                var _ = context.channel().parent().close();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            byte[] all = new byte[said.readableBytes()];
            said.readBytes(all);
            try {
                whole.accept(context, all);
            } catch (Hello.NotUnderstood broken) {
                var _ = context.channel().parent().close();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.channel().parent().close();
    }
}
