package dev.slipway.base.http;

import dev.slipway.base.http.clients.ClientAuthorities;
import dev.slipway.base.http.clients.Network;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Where to listen and how.
 *
 * @param host address to bind; {@code *} for all
 * @param port 0 for any free one
 * @param tls key and certificate; empty for clear text
 * @param clients whose certificates callers are asked for
 * @param relays networks of relays; when there are any, only they may come, and every connection begins with a PROXY
 *     header that says for whom (HAProxy's proxy-protocol.txt)
 */
public record Listener(
        String host,
        int port,
        Optional<ServerKey> tls,
        Limits limits,
        ClientAuthorities clients,
        List<Network> relays) {
    public Listener {
        relays = List.copyOf(relays);
    }

    /** Old phones speak HTTP/1.0; without it in this list Vert.x answers them 501 over TLS. */
    private static final List<HttpVersion> VERSIONS =
            List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_0);

    private static final int BACKLOG = 4096;
    private static final int STREAMS_MAX = 100;

    /** One that asks no caller for a certificate. */
    public Listener(String host, int port, Optional<ServerKey> tls, Limits limits) {
        this(host, port, tls, limits, ClientAuthorities.NONE, List.of());
    }

    /** The event loops of the house: epoll where there is one, otherwise NIO. */
    public static Vertx loops() {
        return Vertx.builder()
                .with(new VertxOptions()
                        .setPreferNativeTransport(true)
                        .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()))
                .build();
    }

    /**
     * Listens on all event loops; returns when it does.
     *
     * @throws CannotListen most often because the port is in use
     */
    public Listening start(Vertx vertx, InstantSource clock, Handler<HttpServerRequest> handler) {
        return Listening.start(vertx, this, clock, handler);
    }

    /** Whether somebody there may connect: where relays are awaited, only they may. */
    boolean takes(SocketAddress peer) {
        if (relays.isEmpty()) {
            return true;
        }
        return peer != null
                && peer.hostAddress() != null
                && relays.stream().anyMatch(network -> network.has(InetAddress.ofLiteral(peer.hostAddress())));
    }

    HttpServerOptions options() {
        var options = new HttpServerOptions()
                .setHost(host.equals("*") ? "0.0.0.0" : host)
                .setPort(port)
                .setAcceptBacklog(BACKLOG)
                .setMaxInitialLineLength(limits.lineBytesMax())
                .setMaxHeaderSize(limits.headBytesMax())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(limits.idleAfter().toMillis()))
                .setHttp2ClearTextEnabled(false)
                .setUseProxyProtocol(!relays.isEmpty())
                .setProxyProtocolTimeoutUnit(TimeUnit.MILLISECONDS)
                .setProxyProtocolTimeout(limits.headWithin().toMillis())
                .setCompressionSupported(false)
                .setDecompressionSupported(false);
        options.getInitialSettings().setMaxConcurrentStreams(STREAMS_MAX).setMaxHeaderListSize(limits.headBytesMax());
        tls.ifPresent(key -> options.setSsl(true)
                .setKeyCertOptions(key.options())
                .setSslEngineOptions(new OpenSSLEngineOptions())
                .setUseAlpn(true)
                .setAlpnVersions(VERSIONS)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslHandshakeTimeout(limits.headWithin().toMillis()));
        clients.asking()
                .ifPresent(asking -> options.setClientAuth(ClientAuth.REQUEST).setTrustOptions(asking));
        return options;
    }

    /** The same with another key. */
    ServerSSLOptions shown(ServerKey key) {
        var options = new ServerSSLOptions().setKeyCertOptions(key.options());
        clients.asking()
                .ifPresent(asking -> options.setClientAuth(ClientAuth.REQUEST).setTrustOptions(asking));
        return options;
    }

    /** An address at which this process cannot listen: it stops the start, with a code and what the system said. */
    public static final class CannotListen extends RuntimeException {
        private final boolean inUse;

        CannotListen(String host, int port, Throwable cause) {
            super("cannot listen on %s port %d: %s".formatted(host, port, cause.getMessage()), cause);
            this.inUse = String.valueOf(cause.getMessage()).contains("already in use");
        }

        /** Whether another listener has the port; else the address is not of this machine, or the port needs rights. */
        public boolean inUse() {
            return inUse;
        }
    }
}
