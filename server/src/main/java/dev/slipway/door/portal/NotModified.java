package dev.slipway.door.portal;

import dev.slipway.base.http.Answer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * 304 with the tag that the device showed (RFC 9110, section 15.4.5).
 *
 * @param etag with its quotes
 */
record NotModified(String etag) implements Answer {
    private static final CharSequence PRIVATE = HttpHeaders.createOptimized("private, no-cache");

    @Override
    public void send(HttpServerRequest request) {
        request.response()
                .setStatusCode(304)
                .putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .end();
    }
}
