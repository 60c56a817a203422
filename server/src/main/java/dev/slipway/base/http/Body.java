package dev.slipway.base.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the body of a request within limits.
 *
 * <p>Refused are: more than {@code bytesMax} ({@code http.too-large}, 413, before the first byte when its length is
 * announced), one
 * that is not complete within {@code within} ({@code http.slow}, 408), one that ends early ({@code http.truncated})
 * and, by
 * {@link #json}, one that is no JSON by its own account ({@code http.media-type}, 415).
 *
 * @param bytesMax the largest body that is read
 * @param within from the head to the last byte, so that it is also the least rate
 */
public record Body(int bytesMax, Duration within) {
    private static final Problem SLOW = new Problem(408, "http.slow", "The body came too slowly; send it again.");
    private static final Problem TRUNCATED =
            new Problem(400, "http.truncated", "The body ended before its announced length; send it again.");
    private static final Problem MEDIA_TYPE =
            new Problem(415, "http.media-type", "The body must be JSON, sent as application/json.");

    /** Reads a body that must be JSON by its Content-Type. Call it on the event loop, before anything else. */
    public Future<Buffer> json(HttpServerRequest request) {
        String mediaType =
                Optional.ofNullable(request.getHeader("content-type")).orElse("");
        String essence = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return essence.equals("application/json") ? read(request) : refused(MEDIA_TYPE);
    }

    /** Reads the body. Call it on the event loop, before anything else. */
    public Future<Buffer> read(HttpServerRequest request) {
        if (announced(request) > bytesMax) {
            return refused(tooLarge());
        }
        Promise<Buffer> whole = Promise.promise();
        Vertx vertx = Vertx.currentContext().owner();
        long timer = vertx.setTimer(within.toMillis(), id -> whole.tryFail(new RequestRefused(SLOW)));
        Buffer collected = Buffer.buffer();
        request.exceptionHandler(broken -> whole.tryFail(new RequestRefused(TRUNCATED)))
                .endHandler(end -> whole.tryComplete(collected))
                .handler(piece -> {
                    if (collected.length() + piece.length() > bytesMax) {
                        whole.tryFail(new RequestRefused(tooLarge()));
                        request.handler(rest -> {});
                    } else {
                        collected.appendBuffer(piece);
                    }
                });
        return whole.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private Problem tooLarge() {
        return new Problem(413, "http.too-large", "The body is larger than " + bytesMax + " bytes; send less at once.");
    }

    /** The announced length; -1 when none is, or none that can be read (the transport has refused nonsense already). */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        return length == null || length.length() > 18 || !length.chars().allMatch(Character::isDigit)
                ? -1
                : Long.parseLong(length);
    }

    private static Future<Buffer> refused(Problem problem) {
        return Future.failedFuture(new RequestRefused(problem));
    }
}
