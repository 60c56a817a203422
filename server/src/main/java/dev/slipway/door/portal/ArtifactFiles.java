package dev.slipway.door.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.FileAnswer;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.Validators;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.bundle.PublicArtifacts;
import dev.slipway.core.enroll.Admission;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code GET /artifact/SHA256}: content by its hash, for devices of a tenant that refers to it; public content for all.
 *
 * <p>Content never changes, so what a tenant was found to refer to a moment ago is answered from memory to its devices
 * that are let in. That a reference ended is seen {@value #SECONDS} s later at most.
 */
final class ArtifactFiles {
    static final String PREFIX = "/artifact/";

    /** A rollout asks for one artifact a thousand times a second: one look-up of them is enough. */
    private static final int SECONDS = 10;

    /** Some 6 MB. */
    private static final int REFERENCES_MAX = 10_000;

    private final Admission admission;
    private final HotAnswers hot;
    private static final Pattern PLAIN = Pattern.compile("[^A-Za-z0-9._+ -]");

    private final Ledger ledger;
    private final ArtifactBytes bytes;
    private final PublicArtifacts published;
    private final Cache<Reference, Answer> referred = Caffeine.newBuilder()
            .maximumSize(REFERENCES_MAX)
            .expireAfterWrite(Duration.ofSeconds(SECONDS))
            .build();

    ArtifactFiles(Portal.Known known, PortalRooms rooms) {
        this.admission = known.admission();
        this.hot = known.hot();
        this.ledger = rooms.ledger();
        this.bytes = rooms.artifacts();
        this.published = rooms.published();
    }

    private record Reference(Id<Tenant> tenant, String sha256) {}

    /** On the event loop; the request is {@link Asked#isPrivate}. Empty: nothing in memory, ask {@link #answer}. */
    Optional<Answer> fromMemory(HttpServerRequest request) {
        String sha256 = request.uri().substring(PREFIX.length());
        return Asked.token(request)
                .flatMap(token -> hot.tenant(Tokens.sha256(token)))
                .flatMap(tenant -> Optional.ofNullable(referred.getIfPresent(new Reference(tenant, sha256))));
    }

    /** Off the event loop. */
    Answer answer(Asked asked, String sha256) {
        if (!ArtifactDigest.isSha256(sha256)) {
            return NotFound.ANSWER;
        }
        Optional<Artifact> open = published.find(sha256);
        if (open.isPresent()) {
            return download(open.get());
        }
        return Routes.shielded(asked)
                .token()
                .flatMap(admission::byToken)
                .flatMap(device -> referredTo(device.tenant(), sha256))
                .orElse(NotFound.ANSWER);
    }

    /** For people, who want the file under its name (RFC 6266, section 4.1); short, since it may be withdrawn. */
    private Answer download(Artifact artifact) {
        return file(
                        artifact,
                        Map.of(
                                "cache-control",
                                "public, max-age=3600",
                                "content-disposition",
                                "attachment; filename=\""
                                        + PLAIN.matcher(artifact.fileName()).replaceAll("_") + "\""))
                .orElse(NotFound.ANSWER);
    }

    private Optional<Answer> referredTo(Id<Tenant> tenant, String sha256) {
        Optional<Artifact> found =
                ledger.read(tenant, stores -> stores.releases().artifact(sha256));
        Optional<Answer> answer =
                found.flatMap(artifact -> file(artifact, Map.of("cache-control", FileAnswer.IMMUTABLE_PRIVATE)));
        answer.ifPresent(known -> referred.put(new Reference(tenant, sha256), known));
        return answer;
    }

    /** Empty when its bytes are not there. */
    private Optional<Answer> file(Artifact artifact, Map<String, String> fields) {
        Map<String, String> headers = new HashMap<>(fields);
        headers.put("content-type", artifact.mediaType());
        headers.put("x-content-type-options", "nosniff");
        var validators = new Validators(artifact.length(), artifact.sha256(), Optional.empty());
        return bytes.find(artifact.sha256()).map(path -> new FileAnswer(path, validators, headers));
    }
}
