package dev.slipway.admin.api;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Problem;
import java.util.Map;
import java.util.Optional;

/** Refusals as problem details: the one place where a code of the house becomes a status of HTTP. */
final class Statuses {
    private static final int UNPROCESSABLE = 422;

    private static final Map<String, Integer> BY_CODE = Map.ofEntries(
            Map.entry("request.malformed", 400),
            Map.entry("request.page", 400),
            Map.entry("request.missing-parameter", 400),
            Map.entry("request.idempotency-key", 400),
            Map.entry("token.refused", 401),
            Map.entry("role.not-allowed", 403),
            Map.entry("fleet.unknown", 404),
            Map.entry("device.unknown", 404),
            Map.entry("tenant.unknown", 404),
            Map.entry("tenant.not-yours", 403),
            Map.entry("keys.unknown", 404),
            Map.entry("fleet.duplicate", 409),
            Map.entry("fleet.in-use", 409),
            Map.entry("fleet.ambiguous", 409),
            Map.entry("device.state", 409),
            Map.entry("release.duplicate", 409),
            Map.entry("release.published", 409),
            Map.entry("release.withdrawn", 409),
            Map.entry("release.not-published", 409),
            Map.entry("keys.last", 409),
            Map.entry("keys.off-server", 409),
            Map.entry("activation.redeemed", 409),
            Map.entry("activation.over", 409),
            Map.entry("activation.too-late", 409),
            Map.entry("activation.not-ready", 409),
            Map.entry("group.circle", 409),
            Map.entry("keys.conflict", 409),
            Map.entry("import.changed-meanwhile", 409),
            Map.entry("import.undone", 409),
            Map.entry("request.key-reused", 409),
            Map.entry("request.done-before", 409),
            Map.entry("request.changed", 412),
            Map.entry("request.no-version", 412),
            Map.entry("artifact.too-large", 413),
            Map.entry("gateway.in-use", 409),
            Map.entry("message.not-dead", 409),
            Map.entry("message.too-late", 409),
            Map.entry("template.unknown", 404),
            Map.entry("data.busy", 409),
            Map.entry("data.unavailable", 503),
            Map.entry("logon.throttled", 429),
            Map.entry("polling.busy", 503));

    private Statuses() {}

    /** Empty for what is no refusal but a fault. */
    static Optional<Answer> answer(Throwable thrown) {
        return thrown instanceof Refusal refusal ? Optional.of(problem(refusal)) : Optional.empty();
    }

    private static Answer problem(Refusal refusal) {
        var problem = new Problem(
                BY_CODE.getOrDefault(refusal.code(), UNPROCESSABLE),
                refusal.code(),
                refusal.sentence(),
                refusal.retryAfter());
        return problem.status() == 401 ? problem.content().with("www-authenticate", "Bearer") : problem;
    }
}
