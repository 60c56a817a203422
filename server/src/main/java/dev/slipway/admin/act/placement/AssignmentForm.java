package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.software.SoftwareKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Release;
import java.util.Optional;

/**
 * An assignment: exactly one of {@code profile} and {@code application}.
 *
 * @param release version of the application to stay at; left out for the newest published one
 * @param to {@code everyone}, or layer and name such as {@code group:staff}
 * @param rank 0 when left out; within a layer the higher wins
 * @param isFinal true when no stronger layer may change what it gives
 */
record AssignmentForm(
        Optional<String> profile,
        Optional<String> application,
        Optional<String> release,
        String to,
        Optional<Integer> rank,
        Optional<Boolean> isFinal)
        implements Form<Assignment> {
    static AssignmentForm of(Acting acting, Assignment assignment) {
        Optional<String> profile = Optional.empty();
        Optional<String> application = Optional.empty();
        Optional<String> release = Optional.empty();
        switch (assignment.placed()) {
            case Placed.OfProfile of -> profile = Optional.of(acting.name(PlacementKinds.PROFILE, of.profile()));
            case Placed.OfApplication of -> {
                application = Optional.of(acting.name(SoftwareKinds.APPLICATION, of.application()));
                release = of.release().flatMap(acting.stores().releases()::find).map(Release::version);
            }
        }
        return new AssignmentForm(
                profile,
                application,
                release,
                PlaceText.of(acting, assignment.place()),
                Optional.of(assignment.rank()),
                Optional.of(assignment.isFinal()));
    }

    @Override
    public String subject() {
        return profile.or(() -> application).orElse("") + " to " + to;
    }

    @Override
    public Assignment fill(Acting acting, Id<Assignment> id, Optional<Assignment> before) {
        return new Assignment(
                id, placed(acting), PlaceText.read(acting, to), rank.orElse(0), isFinal.orElse(false), acting.now());
    }

    private Placed placed(Acting acting) {
        if (profile.isPresent() == application.isPresent() || (profile.isPresent() && release.isPresent())) {
            throw new Refusal(
                    "assignment.one", "Assign either a profile, or an application with or without a release of it.");
        }
        return profile.<Placed>map(name -> new Placed.OfProfile(
                        acting.find(PlacementKinds.PROFILE, name).id()))
                .orElseGet(() -> application(acting, application.orElseThrow()));
    }

    private Placed application(Acting acting, String name) {
        Application found = acting.find(SoftwareKinds.APPLICATION, name);
        return new Placed.OfApplication(found.id(), release.map(version -> SoftwareKinds.release(acting, found, version)
                .id()));
    }
}
