package dev.slipway.base.store.software;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The artifacts of releases: what is said of the bytes once per tenant, and which release serves them to whom. */
record ReleaseArtifacts(Desk desk) {
    private static final String ROWS =
            "from release_artifact a join artifact b on b.tenant = a.tenant and b.sha256 = a.sha256"
                    + " where a.tenant = t.tenant and a.release = t.id order by a.target collate \"C\"";

    /** Six lists in the same order, to be read by {@link #read}. */
    static final String COLUMNS = ", array(select a.target " + ROWS + ") as targets"
            + ", array(select a.kind " + ROWS + ") as kinds"
            + ", array(select a.sha256 " + ROWS + ") as hashes"
            + ", array(select b.length " + ROWS + ") as lengths"
            + ", array(select b.media_type " + ROWS + ") as media_types"
            + ", array(select a.file_name " + ROWS + ") as file_names";

    static List<ReleaseArtifact> read(Columns row) throws SQLException {
        List<String> targets = row.texts("targets");
        List<String> kinds = row.texts("kinds");
        List<String> hashes = row.texts("hashes");
        List<Long> lengths = row.numbers("lengths");
        List<String> mediaTypes = row.texts("media_types");
        List<String> fileNames = row.texts("file_names");
        return IntStream.range(0, targets.size())
                .mapToObj(at -> new ReleaseArtifact(
                        targets.get(at),
                        kinds.get(at),
                        new Artifact(hashes.get(at), lengths.get(at), mediaTypes.get(at), fileNames.get(at))))
                .toList();
    }

    Optional<Artifact> find(String sha256) {
        return desk.sql("""
                        select b.length, b.media_type, a.file_name
                        from release_artifact a join artifact b on b.tenant = a.tenant and b.sha256 = a.sha256
                        where a.tenant = :tenant and a.sha256 = :sha256 order by a.release limit 1""")
                .bind("sha256", sha256)
                .first(row ->
                        new Artifact(sha256, row.number("length"), row.text("media_type"), row.text("file_name")));
    }

    void clear(Id<Release> release) {
        desk.sql("delete from release_artifact where tenant = :tenant and release = :release")
                .bind("release", release)
                .run();
    }

    /** The same bytes keep the media type they were first kept with. */
    void write(Release release) {
        desk.sql("""
                        insert into artifact (tenant, sha256, length, media_type)
                        select distinct on (a.sha256) :tenant, a.sha256, a.length, a.media_type
                        from unnest(cast(:hashes as text[]), cast(:lengths as bigint[]), cast(:media_types as text[]))
                          a(sha256, length, media_type)
                        order by a.sha256
                        on conflict do nothing""")
                .bind("hashes", each(release, Artifact::sha256))
                .bind("lengths", each(release, Artifact::length))
                .bind("media_types", each(release, Artifact::mediaType))
                .run();
        desk.sql("""
                        insert into release_artifact (tenant, release, target, kind, sha256, file_name)
                        select :tenant, :release, a.*
                        from unnest(cast(:targets as text[]), cast(:kinds as text[]), cast(:hashes as text[]),
                          cast(:file_names as text[])) a""")
                .bind("release", release.id())
                .bind(
                        "targets",
                        release.artifacts().stream()
                                .map(ReleaseArtifact::target)
                                .toList())
                .bind(
                        "kinds",
                        release.artifacts().stream().map(ReleaseArtifact::kind).toList())
                .bind("hashes", each(release, Artifact::sha256))
                .bind("file_names", each(release, Artifact::fileName))
                .run();
    }

    private static <T> List<T> each(Release release, Function<Artifact, T> part) {
        return release.artifacts().stream()
                .map(ReleaseArtifact::artifact)
                .map(part)
                .toList();
    }
}
