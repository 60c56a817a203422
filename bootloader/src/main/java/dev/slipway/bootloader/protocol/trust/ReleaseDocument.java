package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the release key vouches for at publishing: one version of an application for all its targets.
 *
 * @param application its name
 * @param version as its makers write it
 * @param released when it was signed
 * @param targets artifact by target, such as {@code linux-x86_64}, or {@value #ANY_TARGET}; 1 to 64
 * @param replaces what it makes superfluous; at most 64
 */
public record ReleaseDocument(
        String application,
        String version,
        Instant released,
        Map<String, ArtifactRef> targets,
        List<EarlierSoftware> replaces) {
    /** The target of an artifact that runs anywhere. */
    public static final String ANY_TARGET = "any";

    private static final int PARTS_MAX = 64;

    public ReleaseDocument {
        Names.application(application);
        Names.version(version);
        released = released.truncatedTo(ChronoUnit.SECONDS);
        targets = Map.copyOf(targets);
        replaces = List.copyOf(replaces);
        targets.keySet().forEach(Names::target);
        if (targets.isEmpty() || targets.size() > PARTS_MAX || replaces.size() > PARTS_MAX) {
            throw new IllegalArgumentException("a release has 1 to 64 targets and replaces at most 64 things");
        }
    }

    /** The document of an envelope, which proves nothing yet. */
    public static ReleaseDocument from(Envelope envelope) {
        JsonAt at = envelope.documentOfType(RootDocument.RELEASE);
        return at.read(
                "a release document",
                () -> new ReleaseDocument(
                        at.get("application").text(),
                        at.get("version").text(),
                        at.get("released").instant(),
                        at.get("targets").map(ArtifactRef::from),
                        at.get("replaces").list(EarlierSoftware::from)));
    }

    /** The document as it is signed. */
    public JsonObject toJson() {
        var artifacts = new LinkedHashMap<String, JsonObject>();
        targets.forEach((target, artifact) -> artifacts.put(target, artifact.toJson()));
        return JsonObject.EMPTY
                .with("_type", RootDocument.RELEASE)
                .with("spec_version", "1")
                .with("application", application)
                .with("version", version)
                .with("released", released.toString())
                .with("targets", JsonObject.of(artifacts))
                .with(
                        "replaces",
                        Json.of(replaces.stream().map(EarlierSoftware::toJson).toList()));
    }

    /** Whether this release holds exactly that artifact for exactly that target. */
    boolean lists(ReleaseRef ref, ArtifactRef artifact) {
        return application.equals(ref.application())
                && version.equals(ref.version())
                && artifact.equals(targets.get(ref.target()));
    }
}
