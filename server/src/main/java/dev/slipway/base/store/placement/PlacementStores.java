package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.placement.Assignments;
import dev.slipway.base.fleet.placement.Profiles;
import dev.slipway.base.store.sql.Desk;

/**
 * The stores of placement at one desk.
 */
public record PlacementStores(Desk desk) {
    /** Profiles. */
    public Profiles profiles() {
        return new JdbcProfiles(desk);
    }

    /** Assignments. */
    public Assignments assignments() {
        return new JdbcAssignments(desk);
    }
}
