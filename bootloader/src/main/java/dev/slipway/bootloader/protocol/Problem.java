package dev.slipway.bootloader.protocol;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * A refusal on the wire (RFC 9457, {@code application/problem+json}).
 *
 * @param code stable, {@code room.reason}
 * @param title what kind of refusal, the same for each code
 * @param detail what is wrong here and what to do
 * @param status of HTTP, 400 to 599
 * @param retryAfter when to ask again at the earliest, whole seconds, as the header {@code Retry-After} says too
 */
public record Problem(String code, String title, String detail, int status, Optional<Duration> retryAfter) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final long RETRY_AFTER_SECONDS_MAX = Duration.ofDays(366).toSeconds();

    public Problem {
        retryAfter = retryAfter.map(wait -> Duration.ofSeconds(wait.toSeconds()));
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599: " + status);
        }
    }

    /** The problem in a document. */
    public static Problem from(JsonAt at) {
        return new Problem(
                at.get("code").text(),
                at.find("title").map(JsonAt::text).orElse(""),
                at.find("detail").map(JsonAt::text).orElse(""),
                (int) at.get("status").whole(400, 599),
                at.find("retry_after_seconds").map(wait -> Duration.ofSeconds(wait.whole(0, RETRY_AFTER_SECONDS_MAX))));
    }

    /** The problem as the wire carries it. */
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("code", code)
                .with("title", title)
                .with("detail", detail)
                .with("status", status)
                .withOptional("retry_after_seconds", retryAfter.map(wait -> Json.of(wait.toSeconds())));
    }
}
