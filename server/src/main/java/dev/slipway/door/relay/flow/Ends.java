package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.place.Transport;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;

/** Ending one side of a channel, or both at once, whatever carries it. */
final class Ends {

    private Ends() {}

    /** Ends what we write, after everything written has gone out; Netty would drop it. The other side may go on. */
    static void output(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls != null) {
            var _ = tls.closeOutbound();
        } else if (channel instanceof DuplexChannel duplex) {
            var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
                var _ = duplex.shutdownOutput();
            });
        } else {
            var _ = channel.writeAndFlush(Transport.END_OF_OUTPUT);
        }
    }

    /** Ends it by RST, so that the other side does not take it for a proper end; TLS says no good-bye either. */
    static void reset(Channel channel) {
        if (channel instanceof DuplexChannel && channel.isActive()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        ChannelHandlerContext tls = channel.pipeline().context(SslHandler.class);
        var _ = tls == null ? channel.close() : tls.close();
    }
}
