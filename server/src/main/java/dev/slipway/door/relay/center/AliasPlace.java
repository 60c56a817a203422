package dev.slipway.door.relay.center;

import dev.slipway.door.relay.place.Caller;
import dev.slipway.door.relay.place.Destination;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.tunnel.StreamBytes;
import dev.slipway.door.relay.tunnel.StreamHead;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * Where an alias leads: a stream to its site, or, when it is away, the same nothing as where an unknown one leads.
 *
 * @param word its label, so that no log names it
 */
record AliasPlace(String word, String alias, Sites sites, Destination nowhere) implements Destination {
    /** What passes is not known here; so as long as what rests longest. */
    @Override
    public Duration idle() {
        return Lane.ACTIVESYNC.idle();
    }

    @Override
    public void dial(Caller caller, Opened opened, EventLoop loop, Outcome outcome) {
        Optional<SiteConnection> best = sites.best(alias);
        if (best.isEmpty()) {
            nowhere.dial(caller, opened, loop, outcome);
        } else {
            open(best.get(), caller, loop, outcome);
        }
    }

    private void open(SiteConnection site, Caller caller, EventLoop loop, Outcome outcome) {
        site.streams().incrementAndGet();
        new Http2StreamChannelBootstrap(site.channel())
                .option(ChannelOption.AUTO_READ, false)
                .handler(new Beginning())
                .open()
                .addListener((Future<Http2StreamChannel> made) -> {
                    if (!made.isSuccess()) {
                        site.streams().decrementAndGet();
                        loop.execute(() -> nowhere.dial(caller, new Opened("", false), loop, outcome));
                        return;
                    }
                    Http2StreamChannel stream = made.getNow();
                    stream.closeFuture().addListener(closed -> site.streams().decrementAndGet());
                    var _ = stream.writeAndFlush(StreamHead.of(caller));
                    loop.execute(() -> outcome.connected(stream));
                });
    }

    private static final class Beginning extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline().addLast(new StreamBytes());
        }
    }
}
