package dev.slipway.door.portal;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Body;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.Problem;
import dev.slipway.base.http.RequestLoop;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Registers paths, plain and behind {@code /at/ALIAS}, so that HEAD is answered wherever GET is, and another method
 * is told
 * which are right (RFC 9110, section 15.5.6). A path with a slash too many is another path, and that is nowhere.
 */
final class Routes {
    private static final List<String> PREFIXES = List.of("", "/at/:alias");

    private final Router router;
    private final RequestLoop loop;

    Routes(Router router, RequestLoop loop) {
        this.router = router;
        this.loop = loop;
    }

    /** Takes what it needs of the request on the event loop; what it returns is done elsewhere and may block. */
    @FunctionalInterface
    interface Get {
        Callable<Answer> take(Asked asked, RoutingContext context);
    }

    /** The same of a body; what this throws is answered at once. */
    @FunctionalInterface
    interface Post {
        Callable<Answer> take(Asked asked, byte[] body);
    }

    void get(String path, Get answer) {
        register(path, "GET, HEAD", context -> loop.offLoop(context.request(), answer.take(asked(context), context)));
    }

    /** A body in JSON, which like every body here holds secrets, so it must come in private. */
    void post(String path, Body limits, Post answer) {
        register(path, "POST", context -> {
            HttpServerRequest request = context.request();
            Asked asked = asked(context);
            if (asked.isPrivate()) {
                loop.withJson(request, limits, body -> answer.take(asked, body.getBytes()));
            } else {
                loop.onLoop(request, () -> PortalRefusals.TLS_REQUIRED);
            }
        });
    }

    /** The same request, unless it shows a token that others could have read: {@code boot.tls-required}. */
    static Asked shielded(Asked asked) {
        if (asked.token().isPresent() && !asked.isPrivate()) {
            throw new Refusal(PortalRefusals.TLS_REQUIRED.code(), PortalRefusals.TLS_REQUIRED.sentence());
        }
        return asked;
    }

    private void register(String path, String methods, Consumer<RoutingContext> answer) {
        for (String prefix : PREFIXES) {
            router.route(prefix + path).handler(context -> {
                HttpServerRequest request = context.request();
                if (request.path().endsWith("/")) {
                    loop.onLoop(request, () -> NotFound.ANSWER);
                } else if (List.of(methods.split(", "))
                        .contains(request.method().name())) {
                    answer.accept(context);
                } else {
                    loop.onLoop(request, () -> wrongMethod(methods));
                }
            });
        }
    }

    private static Answer wrongMethod(String methods) {
        return new Problem(405, "http.method", "This address takes " + methods + " only.")
                .content()
                .with("allow", methods);
    }

    private static Asked asked(RoutingContext context) {
        return Asked.of(
                context.request(),
                Optional.ofNullable(context.pathParam("alias")).orElse(""));
    }
}
