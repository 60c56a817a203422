package dev.slipway.door.portal;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.http.clients.Remote;
import dev.slipway.core.enroll.Source;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
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
                        Remote.address(request),
                        Optional.ofNullable(request.getHeader("user-agent")).orElse(""),
                        Remote.isOverTls(request),
                        authority == null ? "" : authority.host()),
                Remote.isPrivate(request),
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
}
