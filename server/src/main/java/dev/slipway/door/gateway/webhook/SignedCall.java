package dev.slipway.door.gateway.webhook;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call as it goes out (Standard Webhooks, "Payload structure" and "Signature scheme").
 *
 * @param id the same at each attempt, so that a receiver can tell a repeated call
 * @param timestamp of this attempt, in seconds since 1970
 */
record SignedCall(String id, long timestamp, String body, String signature) {
    /** Before the base64 of a secret. */
    private static final String SECRET_PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final JsonMapper JSON = JsonMapper.shared();

    static SignedCall of(Webhook webhook, Webhook.Call call, Instant now) {
        String id = "account-" + call.serial();
        String body = body(call);
        long timestamp = now.getEpochSecond();
        return new SignedCall(id, timestamp, body, sign(webhook.secret(), id, timestamp, body));
    }

    static String sign(Secret secret, String id, long timestamp, String body) {
        return "v1," + hmac(secret, id + "." + timestamp + "." + body);
    }

    private static String body(Webhook.Call call) {
        ObjectNode body = JSON.createObjectNode()
                .put("type", "account." + type(call.turn()))
                .put("timestamp", call.at().toString());
        body.putObject("data")
                .put("account", call.subject().account().toString())
                .put("kind", call.subject().kind())
                .put("address", call.subject().address())
                .put("user", call.subject().login())
                .put("was", call.turn().was())
                .put("state", call.turn().state())
                .put("registers", call.turn().registers());
        return body.toString();
    }

    private static String type(Webhook.Turn turn) {
        if (turn.was().isEmpty()) {
            return "created";
        }
        return turn.state().equals("removed") ? "removed" : "changed";
    }

    private static String hmac(Secret secret, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.reveal().substring(SECRET_PREFIX.length()));
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
