package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Kind;
import dev.slipway.admin.act.Kind.Naming;
import dev.slipway.admin.act.Kind.Portrait;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Profile;
import java.util.Map;

/** The kinds of record that say what devices shall have. */
public final class PlacementKinds {
    /** A named set of settings. */
    public static final Kind<Profile, ProfileForm> PROFILE = new Kind<>(
            new Naming<>("profile", "profiles", Profile::name),
            Area.PROFILES,
            Stores::profiles,
            new Portrait<>(ProfileForm.class, ProfileForm::of));

    /** Desired state. */
    public static final Kind<Assignment, AssignmentForm> ASSIGNMENT = new Kind<>(
            new Naming<>(
                    "assignment", "assignments", assignment -> assignment.id().toString()),
            Area.ASSIGNMENTS,
            Stores::assignments,
            new Portrait<>(
                    AssignmentForm.class,
                    AssignmentForm::of,
                    (acting, assignment) -> Map.of("assigned", assignment.assigned())));

    private PlacementKinds() {}
}
