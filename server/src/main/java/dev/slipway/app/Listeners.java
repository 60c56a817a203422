package dev.slipway.app;

import dev.slipway.app.config.Config;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.ServerKey;
import dev.slipway.base.http.clients.ClientAuthorities;
import dev.slipway.base.http.clients.Network;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The ports of the server; ended in reverse order. */
record Listeners(Vertx vertx, InstantSource clock, Started started) {
    /**
     * Where to listen.
     *
     * @param key of the configuration that says the port
     * @param relays networks of the relays that alone may come; empty for everybody
     */
    record At(String key, String host, int port, List<Network> relays) {
        At(String key, String host, int port) {
            this(key, host, port, List.of());
        }
    }

    /** What callers bear on the portal's ports. */
    static Limits devices(Config.Portal portal) {
        Limits usual = Limits.USUAL;
        return new Limits(
                usual.lineBytesMax(),
                usual.headBytesMax(),
                usual.headWithin(),
                usual.idleAfter(),
                portal.bounds().connectionsMax(),
                usual.drainWithin());
    }

    Listening clear(At at, Limits limits, Handler<HttpServerRequest> handler) {
        return start(
                at,
                new Listener(at.host(), at.port(), Optional.empty(), limits, ClientAuthorities.NONE, at.relays()),
                handler);
    }

    /**
     * What a listener shows, and whose certificates it asks for.
     *
     * @param clientAuthorities files
     */
    record Tls(ServerKey key, List<Path> clientAuthorities) {
        Tls {
            clientAuthorities = List.copyOf(clientAuthorities);
        }
    }

    Listening tls(At at, Tls tls, Limits limits, Handler<HttpServerRequest> handler) {
        ClientAuthorities clients = clients(tls.clientAuthorities);
        return start(
                at, new Listener(at.host(), at.port(), Optional.of(tls.key), limits, clients, at.relays()), handler);
    }

    private static ClientAuthorities clients(List<Path> files) {
        try {
            return ClientAuthorities.read(files);
        } catch (ClientAuthorities.UnusableAuthority unusable) {
            throw new Refusal(
                    "tls.authority-unreadable",
                    "What portal.client_authorities names cannot be used: " + unusable.getMessage() + ".");
        }
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
