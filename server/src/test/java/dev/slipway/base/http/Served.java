package dev.slipway.base.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;

/** One listener on a free port, for one test. */
record Served(Vertx vertx, Listening listening) implements AutoCloseable {
    static final RequestLoop LOOP = new RequestLoop(
            new OffLoop(Executors.newVirtualThreadPerTaskExecutor(), 16), new Random(1), thrown -> Optional.empty());

    static Served plain(Limits limits, Handler<HttpServerRequest> handler) {
        return with(new Listener("127.0.0.1", 0, Optional.empty(), limits), handler);
    }

    static Served with(Listener listener, Handler<HttpServerRequest> handler) {
        Vertx vertx = Listener.loops();
        return new Served(vertx, listener.start(vertx, InstantSource.system(), handler));
    }

    int port() {
        return listening.port();
    }

    @Override
    public void close() {
        listening.stop();
        vertx.close().await();
    }
}
