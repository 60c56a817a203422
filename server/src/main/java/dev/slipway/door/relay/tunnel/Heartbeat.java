package dev.slipway.door.relay.tunnel;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2PingFrame;
import io.netty.handler.codec.http2.Http2PingFrame;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the other end every 15 s whether it is there; two questions without an answer end the connection. Both ends do,
 * so neither has a setting that the other must know.
 */
final class Heartbeat extends ChannelInboundHandlerAdapter {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int MISSED_MAX = 2;

    private @Nullable Future<?> asking;
    private long asked;
    private int missed;

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        asking = context.executor()
                .scheduleAtFixedRate(() -> ask(context), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask(ChannelHandlerContext context) {
        if (missed >= MISSED_MAX) {
            var _ = context.close();
        } else {
            missed++;
            asked++;
            var _ = context.writeAndFlush(new DefaultHttp2PingFrame(asked));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Http2PingFrame ping && ping.ack()) {
            missed = 0;
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (asking != null) {
            asking.cancel(false);
        }
    }
}
