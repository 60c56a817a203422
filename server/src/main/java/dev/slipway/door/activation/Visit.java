package dev.slipway.door.activation;

import dev.slipway.base.http.clients.Remote;
import dev.slipway.core.enroll.Source;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/**
 * Step one, identify: what a request claims, taken from it on its event loop.
 *
 * @param alias of the tenant, from {@code /at/ALIAS}; empty when not said
 * @param isLook whether it only looks: HEAD, or a browser that fetches ahead
 */
record Visit(Source source, String alias, boolean isLook, Wishes wishes) {
    /**
     * What the page should be like.
     *
     * @param language from {@code ?lang=}
     * @param languages the field Accept-Language
     * @param platform from {@code ?platform=}
     * @param hint the field Sec-CH-UA-Platform
     */
    record Wishes(String language, String languages, String platform, String hint) {}

    static Visit of(RoutingContext context) {
        HttpServerRequest request = context.request();
        HostAndPort authority = request.authority();
        return new Visit(
                new Source(
                        Remote.address(request),
                        field(request, "user-agent"),
                        Remote.isOverTls(request),
                        authority == null ? "" : authority.host()),
                Optional.ofNullable(context.pathParam("alias")).orElse(""),
                request.method().equals(HttpMethod.HEAD) || isAhead(request),
                new Wishes(
                        Optional.ofNullable(request.getParam("lang")).orElse(""),
                        field(request, "accept-language"),
                        Optional.ofNullable(request.getParam("platform")).orElse(""),
                        field(request, "sec-ch-ua-platform")));
    }

    private static boolean isAhead(HttpServerRequest request) {
        return (field(request, "sec-purpose") + field(request, "purpose"))
                .toLowerCase(Locale.ROOT)
                .contains("prefetch");
    }

    private static String field(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
