package dev.slipway.admin.act.software;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import java.util.List;
import java.util.Optional;

/** A release as it is shown; publishing makes one, and it never changes after. */
record ReleaseForm(String application, String version, List<ReleaseArtifact> artifacts) implements Form<Release> {
    public ReleaseForm {
        artifacts = List.copyOf(artifacts);
    }

    static ReleaseForm of(Acting acting, Release release) {
        return new ReleaseForm(
                acting.name(SoftwareKinds.APPLICATION, release.application()), release.version(), release.artifacts());
    }

    @Override
    public String subject() {
        return application + " " + version;
    }

    @Override
    public Release fill(Acting acting, Id<Release> id, Optional<Release> before) {
        throw new Refusal("release.unchanging", "A release never changes; publish another version.");
    }
}
