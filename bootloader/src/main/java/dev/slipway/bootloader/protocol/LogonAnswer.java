package dev.slipway.bootloader.protocol;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;

/**
 * The answer to a log-on.
 *
 * @param device the identity that the server gave; bundles are bound to it
 * @param token to be sent as {@code Authorization: Bearer} from now on
 * @param user whom the server recognized
 * @param deviceType what the device was recognized as
 * @param match by which rule, as a sentence for people
 * @param lastEvent highest sequence of the events that the server has of this device, 0 for none; a device that was
 *     set up anew counts on from there
 */
public record LogonAnswer(String device, Secret token, User user, String deviceType, String match, long lastEvent) {

    /** Who logged on. */
    public record User(String login, String name) {}

    /** The answer in a document. */
    public static LogonAnswer from(JsonAt at) {
        JsonAt token = at.get("token");
        JsonAt user = at.get("user");
        return new LogonAnswer(
                at.get("device").text(),
                token.read("a token", () -> new Secret(token.text())),
                new User(user.get("login").text(), user.get("name").text()),
                at.get("device_type").text(),
                at.get("match").text(),
                at.get("last_event").whole(0, Long.MAX_VALUE));
    }

    /** The answer as the wire carries it, the token included. */
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("device", device)
                .with("token", token.reveal())
                .with("user", JsonObject.EMPTY.with("login", user.login()).with("name", user.name()))
                .with("device_type", deviceType)
                .with("match", match)
                .with("last_event", lastEvent);
    }
}
