package dev.slipway.base.http;

import io.vertx.core.http.HttpServerRequest;

/**
 * The one 404 of the house: unknown path, device, token, address, other tenant and closed window get the same bytes
 * and the
 * same fields through this code, so that an answer never tells which of them it was.
 */
public final class NotFound implements Answer {
    /** The only one there is. */
    public static final NotFound ANSWER = new NotFound();

    private final Content content = new Problem(404, "http.not-found", "There is nothing here.").content();

    private NotFound() {}

    @Override
    public void send(HttpServerRequest request) {
        content.send(request);
    }
}
