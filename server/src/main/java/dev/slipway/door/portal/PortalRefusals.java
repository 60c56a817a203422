package dev.slipway.door.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.Problem;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.core.enroll.Strangers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Which status a refusal gets at this door; only those that tell a stranger nothing about devices reach it as
 * themselves.
 */
final class PortalRefusals {
    static final Problem TLS_REQUIRED =
            new Problem(403, "boot.tls-required", "That may not travel in clear: use the https address.");

    /** RFC 9110, section 15.5.20. */
    static final Problem MISDIRECTED = new Problem(
            421, "http.misdirected", "This is the provisioning portal; mail and calendars are served elsewhere.");

    private static final int UNPROCESSABLE = 422;
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("alias.unknown", 404),
            Map.entry("tenant.unclear", 409),
            Map.entry("logon.refused", 403),
            Map.entry("logon.throttled", 429),
            Map.entry("boot.tls-required", 403),
            Map.entry("activation.expired", 410),
            Map.entry("report.too-large", 413),
            Map.entry("packages.missing", 503),
            Map.entry("data.unavailable", 503),
            Map.entry(Strangers.TOO_MANY, 503));

    /** Few differ, since a time to wait is in whole seconds; a megabyte at most. */
    private static final int READY_MAX = 1_000;

    /** Those answered lately, as bytes: who floods us is answered at the price of sending. */
    private final Cache<Problem, Content> ready =
            Caffeine.newBuilder().maximumSize(READY_MAX).build();

    /** What {@link Strangers#lookUp} refuses, ready to be sent. */
    static Answer tooManyUnknown(Duration comeBackIn) {
        return new Problem(503, Strangers.TOO_MANY, Strangers.COME_LATER, Optional.of(comeBackIn)).content();
    }

    /** A bundle would have to be made, and too many wait for theirs already. */
    Answer later(Duration comeBackIn) {
        return ready.get(
                new Problem(
                        503,
                        "bundle.later",
                        "Too many bundles are being made: come again after the time in Retry-After.",
                        Optional.of(comeBackIn)),
                Problem::content);
    }

    /** Empty for what is no refusal. */
    Optional<Answer> answer(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal when refusal.code().equals("device.unknown") -> Optional.of(NotFound.ANSWER);
            case Refusal refusal ->
                Optional.of(ready.get(
                        new Problem(
                                STATUS.getOrDefault(refusal.code(), UNPROCESSABLE),
                                refusal.code(),
                                refusal.sentence(),
                                refusal.retryAfter()),
                        Problem::content));
            case Malformed malformed ->
                Optional.of(new Problem(400, Malformed.CODE, String.valueOf(malformed.getMessage())));
            default -> Optional.empty();
        };
    }
}
