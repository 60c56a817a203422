package dev.slipway.base.http;

import dev.slipway.base.http.clients.Remote;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A listener at work: one server per event loop behind one port.
 */
public final class Listening {
    private static final DeploymentOptions ON_EVERY_LOOP =
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());

    private final Listener listener;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private final Connections connections;
    private final Clocked clocked;

    private Listening(Vertx vertx, Listener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
        this.connections = new Connections(listener.limits(), clock);
        this.clocked = new Clocked(vertx, clock, connections::closeOverdue);
    }

    static Listening start(Vertx vertx, Listener listener, InstantSource clock, Handler<HttpServerRequest> handler) {
        var listening = new Listening(vertx, listener, clock);
        int port = listener.port() == 0 ? freePort() : listener.port();
        HttpServerOptions options = listener.options().setPort(port);
        vertx.deployVerticle(() -> listening.new Server(options, handler), ON_EVERY_LOOP)
                .onFailure(inUse -> listening.clocked.stop())
                .recover(refused -> Future.failedFuture(new Listener.CannotListen(listener.host(), port, refused)))
                .await();
        return listening;
    }

    /** Servers share their connections only when all were given the same port, so it must be known before. */
    private static int freePort() {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }

    /** The port, also when any free one was asked for. */
    public int port() {
        return servers.getFirst().actualPort();
    }

    /** How many connections there are. */
    public int connections() {
        return connections.count();
    }

    /** Shows another certificate to connections made from now on; it may stand in the same files as the last one. */
    public void renew(ServerKey key) {
        for (HttpServer server : servers) {
            server.updateSSLOptions(listener.shown(key), true).await();
        }
    }

    /** Takes no more connections, lets requests in work end within the limit, closes the rest. Blocks until done. */
    public void stop() {
        Duration drain = listener.limits().drainWithin();
        Future.join(servers.stream()
                        .map(server -> server.shutdown(drain.toMillis(), TimeUnit.MILLISECONDS))
                        .toList())
                .await();
        clocked.stop();
    }

    /** One event loop's share. */
    private final class Server extends VerticleBase {
        private final HttpServerOptions options;
        private final Handler<HttpServerRequest> handler;

        Server(HttpServerOptions options, Handler<HttpServerRequest> handler) {
            this.options = options;
            this.handler = handler;
        }

        @Override
        public Future<?> start() {
            HttpServer server = vertx.createHttpServer(options)
                    .connectionHandler(this::opened)
                    .invalidRequestHandler(Unreadable::answer)
                    .requestHandler(this::handle);
            return server.listen().onSuccess(servers::add);
        }

        private void opened(HttpConnection connection) {
            if (!listener.takes(connection.remoteAddress(true))) {
                connection.close();
                return;
            }
            Remote.note(connection);
            connections.opened(connection);
            listener.clients().look(connection, clock.instant());
        }

        private void handle(HttpServerRequest request) {
            connections.began(request);
            request.response().putHeader("date", clocked.date());
            handler.handle(request);
        }
    }

    /**
     * What a request gets whose head is no HTTP, or too much of it; its connection is closed after it.
     */
    private static final class Unreadable {
        private static final Problem LINE =
                new Problem(414, "http.line-too-long", "The request line is too long; shorten the address.");
        private static final Problem HEAD = new Problem(
                431, "http.head-too-large", "The header fields are too large together; send fewer of them.");
        private static final Problem MALFORMED = new Problem(400, "http.malformed", "That is no HTTP request.");

        private Unreadable() {}

        static void answer(HttpServerRequest request) {
            Throwable cause = request.decoderResult().cause();
            Problem problem = cause instanceof TooLongHttpLineException
                    ? LINE
                    : cause instanceof TooLongHttpHeaderException ? HEAD : MALFORMED;
            problem.content().with("connection", "close").send(request);
            request.connection().close();
        }
    }
}
