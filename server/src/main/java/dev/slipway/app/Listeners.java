package dev.slipway.app;

import dev.slipway.app.config.Config;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.ServerKey;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Optional;

/** The ports of the server; ended in reverse order. */
record Listeners(Vertx vertx, InstantSource clock, Started started) {

    /** What callers bear on the portal's ports. */
    static Limits devices(Config.Portal portal) {
        Limits usual = Limits.USUAL;
        return new Limits(
                usual.lineBytesMax(),
                usual.headBytesMax(),
                usual.headWithin(),
                usual.idleAfter(),
                portal.connectionsMax(),
                usual.drainWithin());
    }

    Listening clear(String host, int port, Limits limits, Handler<HttpServerRequest> handler) {
        return start(new Listener(host, port, Optional.empty(), limits), handler);
    }

    Listening tls(String host, int port, ServerKey key, Limits limits, Handler<HttpServerRequest> handler) {
        return start(new Listener(host, port, Optional.of(key), limits), handler);
    }

    private Listening start(Listener listener, Handler<HttpServerRequest> handler) {
        Listening listening = listener.start(vertx, clock, handler);
        started.ending(listening::stop);
        return listening;
    }
}
