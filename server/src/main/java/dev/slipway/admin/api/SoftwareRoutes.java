package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.software.SoftwareKinds;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.fleet.software.Release;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Operations on software that are more than keeping a record. */
final class SoftwareRoutes {
    private static final RecordRoutes<Release, ?> RELEASES = new RecordRoutes<>(SoftwareKinds.RELEASE);

    private SoftwareRoutes() {}

    static Stream<Route> all(Parts parts) {
        return Stream.of(
                RELEASES.list(),
                RELEASES.show(),
                Route.get(
                        new RecordRoutes<>(SoftwareKinds.APPLICATION).one() + "/releases",
                        call -> call.see(
                                Area.SOFTWARE,
                                acting -> RELEASES.views(
                                        acting,
                                        acting.stores()
                                                .releases()
                                                .of(acting.find(SoftwareKinds.APPLICATION, call.path("application"))
                                                        .id())))),
                new Route(
                        HttpMethod.POST,
                        RecordRoutes.ROOT + "artifacts",
                        Route.Input.BYTES,
                        call -> upload(call, parts)));
    }

    private static Reply upload(Call call, Parts parts) {
        call.acts().allow(call.caller(), Area.SOFTWARE);
        try {
            ArtifactDigest stored = parts.artifacts().put(call.body(), parts.artifactBytesMax());
            return Reply.created(Json.tree(stored));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
