package dev.slipway.admin.api;

import dev.slipway.admin.act.Caller;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.KeptAnswer;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.identity.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An {@code Idempotency-Key}: the same request under the same key is done once and answered alike for 24 hours
 * (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * @param requestHash SHA-256 (hex) of caller, method, path and body
 */
record Once(String key, String requestHash) {
    private static final int KEY_LENGTH_MAX = 128;
    private static final int STATUS_OF_SECRET = 409;

    /** Refuses {@code request.idempotency-key} when the key is none. */
    static Once of(String key, Caller caller, String request, byte[] body) {
        if (key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw new Refusal(
                    "request.idempotency-key", "An Idempotency-Key has 1 to " + KEY_LENGTH_MAX + " characters.");
        }
        String text = String.join("\n", caller.actor().toString(), request, new String(body, StandardCharsets.UTF_8));
        return new Once(key, Tokens.sha256(text).hex());
    }

    /** The reply given before; refuses {@code request.key-reused} and {@code request.done-before}. */
    Optional<Reply> before(Stores stores) {
        return stores.keptAnswers().find(key).map(this::reply);
    }

    /** Keeps a reply, without its body when that holds a secret. */
    void keep(Stores stores, Reply reply) {
        stores.keptAnswers()
                .keep(
                        reply.secret()
                                ? new KeptAnswer(key, requestHash, STATUS_OF_SECRET, "{}")
                                : new KeptAnswer(
                                        key,
                                        requestHash,
                                        reply.status(),
                                        reply.body().toString()));
    }

    private Reply reply(KeptAnswer kept) {
        if (!kept.requestHash().equals(requestHash)) {
            throw new Refusal(
                    "request.key-reused", "This Idempotency-Key came with another request before; draw a new one.");
        }
        if (kept.status() == STATUS_OF_SECRET) {
            throw new Refusal(
                    "request.done-before",
                    "This was done before, and its answer held a secret that is not kept; ask for a new one.");
        }
        return new Reply(kept.status(), Json.read(kept.body().getBytes(StandardCharsets.UTF_8), JsonNode.class), false);
    }
}
