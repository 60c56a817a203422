package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.ledger.Stores;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything assigned to any place that reaches a device, as candidates of the merge.
 */
final class Candidates {
    private final Stores stores;
    private final Map<Assignment, Layer> assignments = new HashMap<>();

    /** Reads the assignments, in one query. */
    Candidates(Stores stores, DeviceLayers layers) {
        this.stores = stores;
        for (Assignment assignment : stores.assignments().to(layers.places().keySet())) {
            assignments.put(assignment, Objects.requireNonNull(layers.places().get(assignment.place())));
        }
    }

    /** One per setting of each assigned profile; all profiles are read in one query. */
    List<Candidate<GivenSetting>> settings() {
        Map<Id<Profile>, Profile> profiles =
                byId(stores.profiles(), placed(Placed.OfProfile.class, Placed.OfProfile::profile));
        List<Candidate<GivenSetting>> candidates = new ArrayList<>();
        assignments.forEach((assignment, layer) -> {
            if (assignment.placed() instanceof Placed.OfProfile(Id<Profile> id) && profiles.containsKey(id)) {
                candidates.addAll(settings(assignment, layer, Objects.requireNonNull(profiles.get(id))));
            }
        });
        return candidates;
    }

    /** What is assigned of one kind. */
    private <P extends Placed, T> Set<Id<T>> placed(Class<P> kind, Function<P, Id<T>> id) {
        return assignments.keySet().stream()
                .map(Assignment::placed)
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(id)
                .collect(Collectors.toSet());
    }

    private static <T extends Identified<T>> Map<Id<T>, T> byId(Records<T> records, Set<Id<T>> ids) {
        return records.findAll(ids).stream().collect(Collectors.toMap(Identified::id, Function.identity()));
    }

    private static List<Candidate<GivenSetting>> settings(Assignment assignment, Layer layer, Profile profile) {
        List<Candidate<GivenSetting>> candidates = new ArrayList<>();
        for (int i = 0; i < profile.settings().size(); i++) {
            GivenSetting given = GivenSetting.of(profile, profile.settings().get(i));
            candidates.add(new Candidate<>(layer, assignment, i, given));
        }
        return candidates;
    }

    /** One per assigned application; all are read in one query. */
    List<Candidate<GivenRelease>> releases() {
        Map<Id<Application>, Application> applications =
                byId(stores.applications(), placed(Placed.OfApplication.class, Placed.OfApplication::application));
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
