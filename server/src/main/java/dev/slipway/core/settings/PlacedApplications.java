package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.core.settings.merge.Candidate;
import dev.slipway.core.settings.merge.Merge;
import dev.slipway.core.settings.merge.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which release of which application a device must have, by the same layers as its settings (DESIGN section 5).
 *
 * <p>A pinned release that is not published, or that has nothing for the device's type, gives nothing: what was pinned
 * on purpose is not replaced by something else. Without a pin it is the newest published release, by version, that has
 * an artifact the device type takes.
 *
 * @param placed by install order, then by name
 * @param omitted assigned, but not placed, by name
 */
public record PlacedApplications(List<PlacedApplication> placed, List<Omitted> omitted) {
    public PlacedApplications {
        placed = List.copyOf(placed);
        omitted = List.copyOf(omitted);
    }

    /** An application and the release and artifact chosen for this device. */
    public record PlacedApplication(
            Application application, Release release, ReleaseArtifact artifact, Trace<GivenRelease> trace) {}

    /** An application that is assigned but not placed, and a sentence that says why. */
    public record Omitted(Application application, Trace<GivenRelease> trace, String why) {}

    /** The applications among the candidates of a device, each with the release chosen. */
    static PlacedApplications of(Candidates candidates, Choice choice) {
        Map<Id<Application>, List<Candidate<GivenRelease>>> byApplication = candidates.releases().stream()
                .collect(Collectors.groupingBy(
                        candidate -> candidate.given().application().id()));
        List<PlacedApplication> placed = new ArrayList<>();
        List<Omitted> omitted = new ArrayList<>();
        for (List<Candidate<GivenRelease>> rivals : byApplication.values()) {
            Trace<GivenRelease> trace = Merge.decide(rivals);
            Application application = trace.winner().given().application();
            switch (choice.of(trace.winner().given())) {
                case Choice.Chosen(Release release, ReleaseArtifact artifact) ->
                    placed.add(new PlacedApplication(application, release, artifact, trace));
                case Choice.None(String why) -> omitted.add(new Omitted(application, trace, why));
            }
        }
        return sorted(placed, omitted);
    }

    private static PlacedApplications sorted(List<PlacedApplication> placed, List<Omitted> omitted) {
        placed.sort(Comparator.comparingInt(
                        (PlacedApplication one) -> one.application().installOrder())
                .thenComparing(one -> one.application().name()));
        omitted.sort(Comparator.comparing(one -> one.application().name()));
        return new PlacedApplications(placed, omitted);
    }
}
