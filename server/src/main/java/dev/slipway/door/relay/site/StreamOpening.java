package dev.slipway.door.relay.site;

import dev.slipway.door.relay.flow.Reception;
import dev.slipway.door.relay.place.Caller;
import dev.slipway.door.relay.tunnel.Gathering;
import dev.slipway.door.relay.tunnel.Hello;
import dev.slipway.door.relay.tunnel.StreamBytes;
import dev.slipway.door.relay.tunnel.StreamHead;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The first frame of a stream says what it is: the hello, or a device's connection. */
final class StreamOpening extends ChannelInboundHandlerAdapter {
    private final Reception reception;
    private final Supplier<Hello> hello;
    private final Consumer<Hello.Verdict> verdict;

    StreamOpening(Reception reception, Supplier<Hello> hello, Consumer<Hello.Verdict> verdict) {
        this.reception = reception;
        this.hello = hello;
        this.verdict = verdict;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ChannelPipeline pipeline = context.pipeline();
        if (!(message instanceof Http2HeadersFrame head)) {
            ReferenceCountUtil.release(message);
            var _ = context.close();
        } else if (StreamHead.isHello(head)) {
            pipeline.addLast(new StreamBytes(), new Gathering((stream, said) -> verdict.accept(Hello.verdict(said))));
            pipeline.remove(this);
            Channel channel = context.channel();
            var _ = channel.write(StreamHead.taken());
            var _ = channel.writeAndFlush(
                    new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(hello.get().json()), true));
        } else {
            carries(context, StreamHead.caller(head));
        }
    }

    private void carries(ChannelHandlerContext context, Optional<Caller> caller) {
        if (caller.isEmpty()) {
            var _ = context.close();
            return;
        }
        Channel channel = context.channel();
        channel.config().setAutoRead(false);
        channel.pipeline().addLast(new StreamBytes());
        var _ = channel.writeAndFlush(StreamHead.taken());
        channel.pipeline().remove(this);
        reception.takesActive(channel, caller.get());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
