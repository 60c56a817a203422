package dev.slipway.base.http;

import io.vertx.core.http.HttpServerRequest;

/**
 * What a request gets.
 */
@FunctionalInterface
public interface Answer {
    /** Sends it; on the event loop of the request, and once. */
    void send(HttpServerRequest request);
}
