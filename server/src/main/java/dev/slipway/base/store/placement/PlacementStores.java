package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Assignments;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Profiles;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Reading;
import dev.slipway.base.store.sql.Shape;

/**
 * The stores of placement at one desk.
 */
public record PlacementStores(Desk desk) {
    /** How assignments lie in their table. */
    public static final Shape<Assignment> ASSIGNMENT = JdbcAssignments.SHAPE;

    /** The condition of an assignment {@code t} to everyone, as its index has it. */
    public static final String TO_EVERYONE = JdbcAssignments.TO_EVERYONE;

    /** A query for profiles, to be continued with a condition. */
    public static final String PROFILE_QUERY = Shape.query("profile", SettingRows.COLUMNS);

    /** Makes a profile of its row; secret values are opened at this desk. */
    public Reading<Profile> profile() {
        return JdbcProfiles.shape(new SettingRows(desk)).reading();
    }

    /** Profiles. */
    public Profiles profiles() {
        return new JdbcProfiles(desk);
    }

    /** Assignments. */
    public Assignments assignments() {
        return new JdbcAssignments(desk);
    }
}
