package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may sign a kind of document (TUF 1.0.34 section 4.3).
 *
 * @param keyIds the keys
 * @param threshold how many different ones of them must have signed, at least 1 and at most all
 */
public record Role(Set<String> keyIds, int threshold) {
    public Role {
        keyIds = Set.copyOf(keyIds);
        if (threshold < 1 || threshold > keyIds.size()) {
            throw new IllegalArgumentException("threshold " + threshold + " of " + keyIds.size() + " keys");
        }
    }

    /** A role of one key. */
    public static Role of(SigningPublicKey key) {
        return new Role(Set.of(key.keyId()), 1);
    }

    static Role from(JsonAt at) {
        return at.read(
                "a role",
                () -> new Role(Set.copyOf(at.get("keyids").list(JsonAt::text)), (int)
                        at.get("threshold").whole(1, RootDocument.KEYS_MAX)));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("keyids", Json.texts(new TreeSet<>(keyIds)))
                .with("threshold", threshold);
    }
}
