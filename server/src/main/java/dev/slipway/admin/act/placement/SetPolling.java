package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.core.polling.FleetPlan;
import dev.slipway.core.polling.PollingSettings;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Gives a place a polling plan, or writes that polling is off there: one profile of its own, assigned to it. Off is
 * written and the profile stays, since a phone keeps a plan that is only left out.
 *
 * <p>Profiles and assignments may be changed by the same roles, so that one right is asked for.
 *
 * @param to as in an assignment, such as {@code group:staff}
 * @param plan empty for off
 */
record SetPolling(String to, Optional<FleetPlan> plan, Ownership ownership) implements Command<Profile> {
    @Override
    public Area area() {
        return Area.ASSIGNMENTS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(plan.isPresent() ? "polling.plan" : "polling.off", to);
    }

    @Override
    public Profile run(Acting acting) {
        Place place = PollingFleet.place(acting, to);
        List<Setting> settings = settings();
        acting.means().settings().check(settings);
        Profile profile = kept(acting, "Polling of " + PlaceText.of(acting, place), settings);
        var placed = new Placed.OfProfile(profile.id());
        if (acting.stores().assignments().of(placed).stream()
                .noneMatch(assignment -> assignment.place().equals(place))) {
            acting.stores().assignments().add(new Assignment(acting.newId(), placed, place, 0, false, acting.now()));
        }
        return profile;
    }

    private List<Setting> settings() {
        SortedMap<String, String> values = plan.map(PollingSettings::writing).orElseGet(PollingSettings::writingOff);
        return values.entrySet().stream()
                .map(value -> new Setting(value.getKey(), value.getValue(), ownership))
                .toList();
    }

    private static Profile kept(Acting acting, String name, List<Setting> settings) {
        Optional<Profile> before = acting.stores().profiles().named(name);
        var profile = new Profile(
                before.map(Profile::id).orElseGet(acting::newId), name, Profile.Kind.PROFILE, Origin.OWN, settings);
        if (before.isPresent()) {
            acting.stores().profiles().replace(profile);
        } else {
            acting.stores().profiles().add(profile);
        }
        return profile;
    }
}
