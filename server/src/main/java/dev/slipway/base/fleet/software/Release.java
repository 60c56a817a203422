package dev.slipway.base.fleet.software;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of an application.
 *
 * @param signed the release document as published
 */
public record Release(
        Id<Release> id,
        Id<Application> application,
        String version,
        State state,
        List<ReleaseArtifact> artifacts,
        Signed signed)
        implements Identified<Release> {
    public Release {
        artifacts = List.copyOf(artifacts);
    }

    /** Where it is in its life; only a published one reaches devices. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /**
     * What was signed and when; both empty for a draft.
     *
     * @param replaces JSON list of earlier client software, as in the release document
     * @param document its bytes, signed with the release key
     */
    public record Signed(String replaces, Optional<Bytes> document, Optional<Instant> at) {}
}
