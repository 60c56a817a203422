package dev.slipway.door.portal;

import dev.slipway.base.fleet.Secret;
import dev.slipway.core.enroll.Source;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;

/**
 * Step one, identify: what a request claims, taken from it on its event loop.
 *
 * @param isPrivate whether nobody between could read it
 * @param alias of the tenant, from {@code /at/ALIAS}; empty when not said
 * @param token shown as {@code Authorization: Bearer} (RFC 6750, section 2.1)
 */
record Asked(Source source, boolean isPrivate, String alias, Optional<Secret> token) {
    private static final String BEARER = "Bearer ";

    /** Of a request; {@code alias} is empty when its path names none. */
    static Asked of(HttpServerRequest request, String alias) {
        HostAndPort authority = request.authority();
        return new Asked(
                new Source(
                        address(request),
                        Optional.ofNullable(request.getHeader("user-agent")).orElse(""),
                        request.isSSL(),
                        authority == null ? "" : authority.host()),
                isPrivate(request),
                alias,
                token(request));
    }

    /** The token, if it looks like one. */
    static Optional<Secret> token(HttpServerRequest request) {
        String field = request.getHeader("authorization");
        return field != null && field.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(new Secret(field.substring(BEARER.length()).strip()))
                : Optional.empty();
    }

    /** From which it came; {@code unknown} when its connection is gone. */
    static String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
    }

    /** Whether nobody between can read this request: TLS, or it never left this machine. */
    static boolean isPrivate(HttpServerRequest request) {
        if (request.isSSL()) {
            return true;
        }
        String address = address(request);
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
