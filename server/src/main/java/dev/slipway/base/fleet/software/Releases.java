package dev.slipway.base.fleet.software;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Records;
import java.util.List;
import java.util.Optional;

/**
 * The releases of a tenant.
 */
public interface Releases extends Records<Release> {
    /** All releases of an application, newest first. */
    List<Release> of(Id<Application> application);

    /** That version of an application. */
    Optional<Release> version(Id<Application> application, String version);

    /** The artifact of that hash, when a release of this tenant refers to it. */
    Optional<Artifact> artifact(String sha256);
}
