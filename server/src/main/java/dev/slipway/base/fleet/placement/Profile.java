package dev.slipway.base.fleet.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.software.Origin;
import java.util.List;

/**
 * A named, assignable set of settings, in order.
 *
 * @param name unique in the tenant
 */
public record Profile(Id<Profile> id, String name, Kind kind, Origin origin, List<Setting> settings)
        implements Identified<Profile> {
    public Profile {
        settings = List.copyOf(settings);
    }

    /** What it is meant as; both merge alike. */
    public enum Kind {
        PROFILE,
        /** Restricts what user or device may do. */
        POLICY
    }
}
