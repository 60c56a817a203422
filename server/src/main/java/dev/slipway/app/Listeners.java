package dev.slipway.app;

import dev.slipway.app.config.Config;
import dev.slipway.base.fleet.Refusal;
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
    /**
     * Where to listen.
     *
     * @param key of the configuration that says the port
     */
    record At(String key, String host, int port) {}

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

    Listening clear(At at, Limits limits, Handler<HttpServerRequest> handler) {
        return start(at, new Listener(at.host(), at.port(), Optional.empty(), limits), handler);
    }

    Listening tls(At at, ServerKey key, Limits limits, Handler<HttpServerRequest> handler) {
        return start(at, new Listener(at.host(), at.port(), Optional.of(key), limits), handler);
    }

    private Listening start(At at, Listener listener, Handler<HttpServerRequest> handler) {
        try {
            Listening listening = listener.start(vertx, clock, handler);
            started.ending(listening::stop);
            return listening;
        } catch (Listener.CannotListen refused) {
            throw refused.inUse()
                    ? new Refusal(
                            "http.port-in-use",
                            "Another program listens on port %d already: stop it, or choose another port with %s."
                                    .formatted(at.port(), at.key()))
                    : new Refusal(
                            "http.cannot-listen",
                            "The server %s; look at %s and the host beside it."
                                    .formatted(refused.getMessage(), at.key()));
        }
    }
}
