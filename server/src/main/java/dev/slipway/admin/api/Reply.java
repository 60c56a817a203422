package dev.slipway.admin.api;

import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import tools.jackson.databind.JsonNode;

/**
 * What an operation answers when it succeeds.
 *
 * @param secret true when the body holds what must not be kept for a repeated request
 */
record Reply(int status, JsonNode body, boolean secret) {
    static Reply ok(JsonNode body) {
        return new Reply(200, body, false);
    }

    static Reply created(JsonNode body) {
        return new Reply(201, body, false);
    }

    static Reply createdSecret(JsonNode body) {
        return new Reply(201, body, true);
    }

    static Reply secret(JsonNode body) {
        return new Reply(200, body, true);
    }

    static Reply done() {
        return new Reply(204, Json.object(), false);
    }

    /** The version of the body is its ETag; one with a secret is shown this once and has none. */
    Answer answer() {
        if (status == 204) {
            return Content.none();
        }
        Content content =
                Content.of(status, "application/json", Json.bytes(body)).with("cache-control", "no-store");
        return secret ? content : content.with("etag", Version.of(body).tag());
    }
}
