package dev.slipway.base.fleet.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Release;
import java.util.Optional;

/**
 * What an assignment gives.
 */
public sealed interface Placed {
    /** The settings of a profile. */
    record OfProfile(Id<Profile> profile) implements Placed {}

    /**
     * An application.
     *
     * @param release that version; empty for the newest published one
     */
    record OfApplication(Id<Application> application, Optional<Id<Release>> release) implements Placed {}
}
