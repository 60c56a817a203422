package dev.slipway.base.store.software;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.Releases;
import dev.slipway.base.store.placement.PlacedChange;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;
import java.util.List;
import java.util.Optional;

/** Releases with their artifacts; a draft reaches no device, so it changes no answer. */
record JdbcReleases(Desk desk, Table<Release> table, ReleaseArtifacts artifacts) implements Releases, Rows<Release> {
    static final Shape<Release> SHAPE = new Shape<>(
            "release",
            "version",
            ReleaseArtifacts.COLUMNS,
            row -> new Release(
                    row.id("id"),
                    row.id("application"),
                    row.text("version"),
                    row.constant(Release.State.class, "state"),
                    ReleaseArtifacts.read(row),
                    new Release.Signed(
                            row.text("replaces"), row.optionalBytes("document"), row.optionalInstant("published_at"))),
            release -> Row.of("application", release.application())
                    .and("version", release.version())
                    .and("state", release.state())
                    .and("replaces", release.signed().replaces())
                    .and("document", release.signed().document())
                    .and("published_at", release.signed().at()));

    JdbcReleases(Desk desk) {
        this(desk, new Table<>(desk, SHAPE), new ReleaseArtifacts(desk));
    }

    @Override
    public List<Release> of(Id<Application> application) {
        return table.by("application", application, "t.created_at desc, t.id desc");
    }

    @Override
    public Optional<Release> version(Id<Application> application, String version) {
        return table.where("where t.tenant = :tenant and t.application = :application"
                        + " and lower(t.version) = lower(:version)")
                .bind("application", application)
                .bind("version", version)
                .first(SHAPE.reading());
    }

    @Override
    public Optional<Artifact> artifact(String sha256) {
        return artifacts.find(sha256);
    }

    @Override
    public void add(Release added) {
        table.add(added);
        artifacts.write(added);
        note(added);
    }

    @Override
    public void replace(Release changed) {
        find(changed.id()).ifPresent(this::note);
        table.replace(changed);
        artifacts.clear(changed.id());
        artifacts.write(changed);
        note(changed);
    }

    @Override
    public boolean remove(Id<Release> id) {
        find(id).ifPresent(this::note);
        return table.remove(id);
    }

    private void note(Release release) {
        if (release.state() != Release.State.DRAFT) {
            new PlacedChange(desk).ofApplication(release.application());
        }
    }
}
