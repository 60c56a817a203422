package dev.slipway.bootloader.home;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Words;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import java.util.Optional;

/**
 * One application as it runs now.
 *
 * @param version of its release
 * @param sha256 of the artifact it came from
 * @param kind how it was installed, and so how it is removed
 * @param directory name of its directory below the application's own
 * @param previous name of the directory that ran before and is kept
 * @param cleared whether the software that it replaces was removed
 */
public record Installed(
        String version,
        String sha256,
        ArtifactRef.Kind kind,
        String directory,
        Optional<String> previous,
        boolean cleared) {
    /** The same after the software that it replaces was removed. */
    public Installed clear() {
        return new Installed(version, sha256, kind, directory, previous, true);
    }

    static Installed from(JsonAt at) {
        return new Installed(
                at.get("version").text(),
                at.get("sha256").text(),
                at.get("kind").choice(ArtifactRef.Kind.class),
                at.get("directory").text(),
                at.find("previous").map(JsonAt::text),
                at.get("cleared").flag());
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("version", version)
                .with("sha256", sha256)
                .with("kind", Words.of(kind))
                .with("directory", directory)
                .withOptional("previous", previous.map(Json::of))
                .with("cleared", cleared);
    }
}
