package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import dev.slipway.bootloader.protocol.trust.EarlierSoftware;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** The artifacts of a release and the document that vouches for them. */
record ReleaseParts(List<ReleaseArtifact> artifacts) {
    /** Lower case, so that it is the name of a directory on every system and a part of a setting's key. */
    private static final Pattern APPLICATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    ReleaseParts {
        artifacts = List.copyOf(artifacts);
    }

    static ReleaseParts of(Publication publication, ArtifactInspection inspection) {
        if (!APPLICATION.matcher(publication.application()).matches()) {
            throw new Refusal(
                    "application.name",
                    "An application's name has 1 to 63 lower-case letters, digits and hyphens, not "
                            + publication.application());
        }
        return new ReleaseParts(publication.uploads().entrySet().stream()
                .map(upload -> inspection.inspect(upload.getKey(), upload.getValue()))
                .toList());
    }

    static ReleaseParts of(Release release) {
        return new ReleaseParts(release.artifacts());
    }

    ReleaseDocument document(Publication publication, Instant at) {
        return document(publication.application(), publication.version(), publication.replaces(), at);
    }

    /** The document; what does not fit its rules is the refusal {@code release.invalid}. */
    ReleaseDocument document(String application, String version, String replaces, Instant at) {
        var targets = new LinkedHashMap<String, ArtifactRef>();
        try {
            artifacts.forEach(artifact -> targets.put(artifact.target(), reference(artifact)));
            return new ReleaseDocument(application, version, at, targets, earlier(replaces));
        } catch (IllegalArgumentException | Malformed e) {
            throw new Refusal("release.invalid", "The release cannot be published: " + e.getMessage() + ".");
        }
    }

    private static ArtifactRef reference(ReleaseArtifact artifact) {
        return new ArtifactRef(
                artifact.artifact().sha256(),
                artifact.artifact().length(),
                ArtifactInspection.kind(artifact.kind()),
                artifact.artifact().mediaType());
    }

    private static List<EarlierSoftware> earlier(String replaces) {
        JsonAt list = JsonReader.document(replaces.getBytes(StandardCharsets.UTF_8));
        return list.list(EarlierSoftware::from);
    }
}
