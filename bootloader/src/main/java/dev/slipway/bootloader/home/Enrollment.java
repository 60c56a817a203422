package dev.slipway.bootloader.home;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import java.net.URI;
import java.util.Optional;

/**
 * Which portal knows this device, and as whose.
 *
 * @param base the portal's address, ending in {@code /}
 * @param key the root key that message or person vouched for; empty = its certificate must be publicly valid
 * @param device the identity that the portal gave
 * @param user the login
 * @param deviceType as recognized
 */
public record Enrollment(URI base, Optional<KeyFingerprint> key, String device, String user, String deviceType) {
    static Enrollment from(JsonAt at) {
        return at.read(
                "an enrollment",
                () -> new Enrollment(
                        URI.create(at.get("base").text()),
                        at.find("key").map(key -> new KeyFingerprint(key.text())),
                        at.get("device").text(),
                        at.get("user").text(),
                        at.get("device_type").text()));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("base", base.toString())
                .withOptional("key", key.map(KeyFingerprint::text).map(Json::of))
                .with("device", device)
                .with("user", user)
                .with("device_type", deviceType);
    }
}
