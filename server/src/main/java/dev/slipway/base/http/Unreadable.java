package dev.slipway.base.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;

/**
 * What a request gets whose head is no HTTP, or too much of it; its connection is closed after it.
 */
final class Unreadable {
    private static final Problem LINE =
            new Problem(414, "http.line-too-long", "The request line is too long; shorten the address.");
    private static final Problem HEAD =
            new Problem(431, "http.head-too-large", "The header fields are too large together; send fewer of them.");
    private static final Problem MALFORMED = new Problem(400, "http.malformed", "That is no HTTP request.");

    private Unreadable() {}

    static void answer(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Problem problem = cause instanceof TooLongHttpLineException
                ? LINE
                : cause instanceof TooLongHttpHeaderException ? HEAD : MALFORMED;
        problem.content().with("connection", "close").send(request);
        request.connection().close();
    }
}
