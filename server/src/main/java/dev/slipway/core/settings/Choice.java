package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.Release.State;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses release and artifact of an assigned application for one device type.
 */
final class Choice {
    private final List<Release> releases;
    private final DeviceType type;

    /** {@code releases} are all those of the applications that will be asked for. */
    Choice(List<Release> releases, DeviceType type) {
        this.releases = releases;
        this.type = type;
    }

    /** What the device gets, or why it gets nothing. */
    sealed interface Outcome {}

    record Chosen(Release release, ReleaseArtifact artifact) implements Outcome {}

    record None(String why) implements Outcome {}

    Outcome of(GivenRelease given) {
        return given.pinned().map(this::pinned).orElseGet(() -> newest(given.application()));
    }

    private Outcome pinned(Id<Release> id) {
        Optional<Release> found =
                releases.stream().filter(release -> release.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return new None("the pinned release is no longer there; pin another or none");
        }
        Release release = found.get();
        if (release.state() != State.PUBLISHED) {
            return new None("the pinned release " + release.version() + " is "
                    + release.state().name().toLowerCase(Locale.ROOT) + "; publish it, or pin another or none");
        }
        return chosen(release)
                .orElseGet(() -> new None("the pinned release " + release.version() + " has no artifact for "
                        + type.name() + ", which takes " + takes()));
    }

    private Outcome newest(Application application) {
        List<Release> published = releases.stream()
                .filter(release -> release.application().equals(application.id()))
                .filter(release -> release.state() == State.PUBLISHED)
                .sorted(Comparator.comparing(Release::version, new VersionOrder())
                        .reversed())
                .toList();
        String why = published.isEmpty()
                ? "no release of " + application.name() + " is published"
                : "no published release of " + application.name() + " has an artifact for " + type.name()
                        + ", which takes " + takes();
        return published.stream()
                .flatMap(release -> chosen(release).stream())
                .findFirst()
                .orElseGet(() -> new None(why));
    }

    /** The artifact that the device type prefers. */
    private Optional<Outcome> chosen(Release release) {
        return type.takes().stream()
                .flatMap(target -> release.artifacts().stream()
                        .filter(artifact -> artifact.target().equals(target)))
                .findFirst()
                .map(artifact -> new Chosen(release, artifact));
    }

    private String takes() {
        return type.takes().isEmpty() ? "nothing" : String.join(", ", type.takes());
    }
}
