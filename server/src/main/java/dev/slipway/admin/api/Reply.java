package dev.slipway.admin.api;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.identity.Tokens;
import java.util.Arrays;
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

    /**
     * The version of a representation: a strong ETag (RFC 9110, section 8.8.3), a hash of what it says.
     *
     * @param tag with its quotation marks
     */
    record Version(String tag) {
        /** 128 bits: nobody meets two equal ones by chance. */
        private static final int HEX_DIGITS = 32;

        static Version of(JsonNode body) {
            return new Version('"' + Tokens.sha256(body.toString()).hex().substring(0, HEX_DIGITS) + '"');
        }

        /** Refuses {@code request.changed} unless {@code ifMatch} names it or is a star (section 13.1.1). */
        void require(String ifMatch) {
            boolean named = Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag::equals);
            if (!named && !ifMatch.strip().equals("*")) {
                throw new Refusal(
                        "request.changed", "This was changed since you read it: read it again, then change that.");
            }
        }
    }
}
