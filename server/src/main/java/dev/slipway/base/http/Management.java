package dev.slipway.base.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * What an operator's probes ask: {@code /health/live}, {@code /health/ready} and {@code /metrics} (Prometheus text
 * format 0.0.4).
 * Meant for a loopback listener: it asks nobody who they are.
 */
public final class Management implements Handler<HttpServerRequest> {
    private final RequestLoop loop;
    private final Callable<SortedMap<String, Boolean>> parts;
    private final Supplier<PrometheusMeterRegistry> metrics;

    /**
     * Ready is who can say so of all {@code parts}.
     *
     * @param parts name of each part and whether it works now; may block
     * @param metrics with what holds now; asked each time
     */
    public Management(
            RequestLoop loop, Callable<SortedMap<String, Boolean>> parts, Supplier<PrometheusMeterRegistry> metrics) {
        this.loop = loop;
        this.parts = parts;
        this.metrics = metrics;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            loop.onLoop(request, () -> NotFound.ANSWER);
            return;
        }
        switch (request.path()) {
            case "/health/live" -> loop.onLoop(request, () -> health(200, new JsonObject().put("status", "up")));
            case "/health/ready" -> loop.offLoop(request, () -> ready(parts.call()));
            case "/metrics" ->
                loop.offLoop(
                        request,
                        () -> Content.text(
                                "text/plain; version=0.0.4", metrics.get().scrape()));
            case null, default -> loop.onLoop(request, () -> NotFound.ANSWER);
        }
    }

    private static Content ready(SortedMap<String, Boolean> parts) {
        boolean all = parts.values().stream().allMatch(works -> works);
        var shown = new JsonObject();
        parts.forEach((part, works) -> shown.put(part, works ? "up" : "down"));
        return health(
                all ? 200 : 503,
                new JsonObject().put("status", all ? "up" : "down").put("parts", shown));
    }

    private static Content health(int status, JsonObject said) {
        return Content.of(status, "application/json", said.encode().getBytes(StandardCharsets.UTF_8))
                .with("cache-control", "no-store");
    }
}
