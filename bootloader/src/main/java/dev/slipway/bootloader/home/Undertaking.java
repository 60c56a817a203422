package dev.slipway.bootloader.home;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Words;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;

/**
 * An installation that has begun and not ended. It is written before the first change and leaves the state in the same
 * rename that records the result; found at a start, it is rolled back.
 *
 * @param application its name
 * @param version what was to be installed
 * @param kind how
 * @param to directory that was to become the current one
 */
public record Undertaking(String application, String version, ArtifactRef.Kind kind, String to) {
    static Undertaking from(JsonAt at) {
        return new Undertaking(
                at.get("application").text(),
                at.get("version").text(),
                at.get("kind").choice(ArtifactRef.Kind.class),
                at.get("to").text());
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("application", application)
                .with("version", version)
                .with("kind", Words.of(kind))
                .with("to", to);
    }
}
