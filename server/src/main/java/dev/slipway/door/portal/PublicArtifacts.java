package dev.slipway.door.portal;

import dev.slipway.base.fleet.software.Artifact;
import java.util.Optional;

/**
 * Artifacts that anybody may have.
 */
@FunctionalInterface
public interface PublicArtifacts {
    /** None at all. */
    PublicArtifacts NONE = sha256 -> Optional.empty();

    /** The artifact of this hash (64 lower-case hex digits) if it is public. May block. */
    Optional<Artifact> find(String sha256);
}
