package dev.slipway.admin.api;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Caller;
import dev.slipway.admin.api.upload.Upload;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Body;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.base.wire.data.DataFile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The REST API as routes of a router. The four steps are those of every door: identify, admit, decide, answer. */
public final class AdminApi {
    private static final String DESCRIPTION = "/api/openapi.json";
    /** A profile with the most settings, each as long as can be, is some megabytes. */
    private static final int BODY_BYTES_MAX = 8 << 20;

    private static final Body JSON_BODY = new Body(BODY_BYTES_MAX, Duration.ofSeconds(30));

    private final Acts acts;
    private final Callers callers;
    private final RequestLoop loop;
    private final List<Route> routes;

    /**
     * An API over {@code acts}.
     *
     * @param own the server's own token, accepted from loopback
     */
    public AdminApi(Acts acts, Parts parts, OffLoop offLoop, Secret own) {
        this.acts = acts;
        this.callers = new Callers(acts, own);
        this.loop = new RequestLoop(offLoop, acts.means().random(), Statuses::answer);
        this.routes = Routes.all(parts);
    }

    /** Adds every operation and the description of them to {@code router}. */
    public void register(Router router) {
        for (Route route : routes) {
            router.route(route.method(), route.pattern()).handler(context -> handle(context, route));
        }
        byte[] description = description();
        router.get(DESCRIPTION)
                .handler(context -> Content.of("application/json", description).send(context.request()));
        router.route().last().handler(context -> NotFound.ANSWER.send(context.request()));
    }

    private void handle(RoutingContext context, Route route) {
        HttpServerRequest request = context.request();
        switch (route.input()) {
            case NOTHING -> loop.offLoop(request, () -> answer(context, route, new byte[0]));
            case JSON -> loop.withJson(request, JSON_BODY, body -> () -> answer(context, route, body.getBytes()));
            case BYTES -> {
                var upload = new Upload(request);
                loop.offLoop(request, () -> answer(context, route, upload));
            }
        }
    }

    private Answer answer(RoutingContext context, Route route, byte[] body) {
        Caller caller = caller(context.request(), route);
        Optional<Once> once = Optional.ofNullable(context.request().getHeader("idempotency-key"))
                .map(key -> Once.of(
                        key, caller, route.method() + " " + context.request().uri(), body));
        var call = new Call(acts, caller, params(context), new ByteArrayInputStream(body), once);
        return before(call).orElseGet(() -> once(call, route.work())).answer();
    }

    /** What the same request was answered before. */
    private static Optional<Reply> before(Call call) {
        return call.once()
                .flatMap(key -> call.acts().ledger().read(call.caller().tenant(), key::before));
    }

    /**
     * Of equal requests at the same moment one is done; the others are refused inside, and answered like that one.
     */
    private static Reply once(Call call, Route.Work work) {
        try {
            return work.on(call);
        } catch (Refusal refusal) {
            return before(call).orElseThrow(() -> refusal);
        }
    }

    private Answer answer(RoutingContext context, Route route, InputStream body) {
        Caller caller = caller(context.request(), route);
        return route.work()
                .on(new Call(acts, caller, params(context), body, Optional.empty()))
                .answer();
    }

    private Caller caller(HttpServerRequest request, Route route) {
        return callers.of(new Callers.Shown(
                Optional.ofNullable(request.getHeader("authorization")).orElse(""),
                request.remoteAddress().hostAddress(),
                Optional.ofNullable(request.getHeader("slipway-tenant")),
                route.installation()));
    }

    private static Call.Params params(RoutingContext context) {
        Map<String, String> query = new LinkedHashMap<>();
        context.queryParams().forEach(entry -> query.put(entry.getKey(), entry.getValue()));
        return new Call.Params(
                context.pathParams(),
                query,
                Optional.ofNullable(context.request().getHeader("if-match")));
    }

    private static byte[] description() {
        return DataFile.bytes(AdminApi.class, "openapi.json");
    }
}
