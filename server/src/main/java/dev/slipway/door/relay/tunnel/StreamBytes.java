package dev.slipway.door.relay.tunnel;

import dev.slipway.door.relay.place.Transport;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Lets a stream of HTTP/2 look like a connection: DATA is its bytes, END_STREAM the end of one side, RST_STREAM a
 * failure (RFC 9113, section 8.5).
 */
public final class StreamBytes extends ChannelDuplexHandler {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Http2DataFrame data) {
            ByteBuf bytes = data.content();
            boolean last = data.isEndStream();
            if (bytes.isReadable()) {
                context.fireChannelRead(bytes);
            } else {
                data.release();
            }
            if (last) {
                context.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
            }
        } else if (message instanceof Http2HeadersFrame headers) {
            answered(context, headers);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private static void answered(ChannelHandlerContext context, Http2HeadersFrame headers) {
        boolean taken = "200".contentEquals(String.valueOf(headers.headers().status()));
        if (!taken) {
            context.fireExceptionCaught(new StreamRefused());
        } else if (headers.isEndStream()) {
            context.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        } else {
            context.read();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Http2ResetFrame) {
            context.fireExceptionCaught(new StreamRefused());
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            var _ = context.write(new DefaultHttp2DataFrame(bytes, false), promise);
        } else if (message == Transport.END_OF_OUTPUT) {
            var _ = context.write(new DefaultHttp2DataFrame(Unpooled.EMPTY_BUFFER, true), promise);
        } else {
            var _ = context.write(message, promise);
        }
    }

    /** The other end broke it off. */
    private static final class StreamRefused extends RuntimeException {
        private StreamRefused() {
            super("the other end of the tunnel broke it off", null, false, false);
        }
    }
}
