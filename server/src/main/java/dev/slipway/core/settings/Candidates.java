package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.core.settings.merge.Candidate;
import dev.slipway.core.settings.merge.Given;
import dev.slipway.core.settings.merge.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything assigned to any place that reaches a device, as candidates of the merge.
 */
final class Candidates {
    private final DeviceView.Given given;
    private final Map<Assignment, Layer> assignments = new HashMap<>();

    /** Those to places among the layers; one to a place that is not, such as an idle account, gives nothing. */
    Candidates(DeviceView.Given given, DeviceLayers layers) {
        this.given = given;
        for (Assignment assignment : given.assignments()) {
            Optional.ofNullable(layers.places().get(assignment.place()))
                    .ifPresent(layer -> assignments.put(assignment, layer));
        }
    }

    /** One per setting of each assigned profile. */
    List<Candidate<GivenSetting>> settings() {
        Map<Id<Profile>, Profile> profiles = byId(given.profiles());
        List<Candidate<GivenSetting>> candidates = new ArrayList<>();
        assignments.forEach((assignment, layer) -> {
            if (assignment.placed() instanceof Placed.OfProfile(Id<Profile> id) && profiles.containsKey(id)) {
                candidates.addAll(settings(assignment, layer, Objects.requireNonNull(profiles.get(id))));
            }
        });
        return candidates;
    }

    private static <T extends Identified<T>> Map<Id<T>, T> byId(List<T> records) {
        return records.stream().collect(Collectors.toMap(Identified::id, Function.identity()));
    }

    private static List<Candidate<GivenSetting>> settings(Assignment assignment, Layer layer, Profile profile) {
        List<Candidate<GivenSetting>> candidates = new ArrayList<>();
        for (int i = 0; i < profile.settings().size(); i++) {
            GivenSetting given = GivenSetting.of(profile, profile.settings().get(i));
            candidates.add(new Candidate<>(layer, assignment, i, given));
        }
        return candidates;
    }

    /** One per assigned application. */
    List<Candidate<GivenRelease>> releases() {
        Map<Id<Application>, Application> applications = byId(given.applications());
        return assignments.entrySet().stream()
                .flatMap(entry -> entry.getKey().placed() instanceof Placed.OfApplication placed
                        ? Optional.ofNullable(applications.get(placed.application()))
                                .map(application -> new GivenRelease(application, placed.release()))
                                .map(given -> candidate(entry, given))
                                .stream()
                        : Stream.empty())
                .toList();
    }

    private static <T extends Given> Candidate<T> candidate(Map.Entry<Assignment, Layer> standing, T given) {
        return new Candidate<>(standing.getValue(), standing.getKey(), 0, given);
    }
}
