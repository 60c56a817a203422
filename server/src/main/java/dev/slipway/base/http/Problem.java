package dev.slipway.base.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * A negative answer as problem details (RFC 9457): {@code about:blank} as type, our stable code beside it.
 *
 * @param code such as {@code http.too-large}
 * @param sentence says what is wrong and what to do
 * @param retryAfter sent as Retry-After in whole seconds, rounded up
 */
public record Problem(int status, String code, String sentence, Optional<Duration> retryAfter) implements Answer {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final Problem PRECONDITION_FAILED =
            new Problem(412, "http.precondition-failed", "The content is not the one you named; fetch it anew.");
    static final Problem RANGE_NOT_SATISFIABLE =
            new Problem(416, "http.range", "The content is shorter than that; ask for bytes that exist.");
    static final Problem BUSY = new Problem(
            503, "http.busy", "The server has enough to do; ask again later.", Optional.of(Duration.ofSeconds(2)));

    /** One without a time to come back. */
    public Problem(int status, String code, String sentence) {
        this(status, code, sentence, Optional.empty());
    }

    /** As bytes and fields. */
    public Content content() {
        var body = new JsonObject()
                .put("type", "about:blank")
                .put("title", title(status))
                .put("status", status)
                .put("detail", sentence)
                .put("code", code);
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", MEDIA_TYPE);
        headers.put("cache-control", "no-store");
        retryAfter.ifPresent(after -> headers.put("retry-after", Long.toString(seconds(after))));
        return new Content(status, headers, Buffer.buffer(body.encode()));
    }

    @Override
    public void send(HttpServerRequest request) {
        content().send(request);
    }

    private static long seconds(Duration after) {
        return Math.max(1, after.plusNanos(999_999_999).toSeconds());
    }

    /** The phrase of the status, as RFC 9457, section 4.2.1 wants it for {@code about:blank}. */
    private static String title(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }
}
