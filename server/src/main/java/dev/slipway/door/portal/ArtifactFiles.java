package dev.slipway.door.portal;

import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.FileAnswer;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.Validators;
import dev.slipway.core.enroll.Admission;
import dev.slipway.core.enroll.Admitted;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** {@code GET /artifact/SHA256}: content by its hash, for devices of a tenant that refers to it; public content for
 * all. */
final class ArtifactFiles {
    private final Admission admission;
    private final Ledger ledger;
    private final ArtifactBytes bytes;
    private final PublicArtifacts published;

    ArtifactFiles(Admission admission, Ledger ledger, ArtifactBytes bytes, PublicArtifacts published) {
        this.admission = admission;
        this.ledger = ledger;
        this.bytes = bytes;
        this.published = published;
    }

    Answer answer(Asked asked, String sha256) {
        if (!ArtifactDigest.isSha256(sha256)) {
            return NotFound.ANSWER;
        }
        Optional<Artifact> open = published.find(sha256);
        if (open.isPresent()) {
            return file(open.get(), FileAnswer.IMMUTABLE);
        }
        return Routes.shielded(asked)
                .token()
                .flatMap(admission::byToken)
                .flatMap(device -> referredTo(device, sha256))
                .map(artifact -> file(artifact, FileAnswer.IMMUTABLE_PRIVATE))
                .orElse(NotFound.ANSWER);
    }

    private Optional<Artifact> referredTo(Admitted device, String sha256) {
        return ledger.read(device.tenant(), stores -> stores.releases().artifact(sha256));
    }

    private Answer file(Artifact artifact, String cacheControl) {
        Optional<Path> file = bytes.find(artifact.sha256());
        var validators = new Validators(artifact.length(), artifact.sha256(), Optional.empty());
        Map<String, String> headers = Map.of(
                "content-type",
                artifact.mediaType(),
                "cache-control",
                cacheControl,
                "x-content-type-options",
                "nosniff");
        return file.<Answer>map(path -> new FileAnswer(path, validators, headers))
                .orElse(NotFound.ANSWER);
    }
}
