package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.software.PublishRelease;
import dev.slipway.admin.act.software.SoftwareKinds;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.fleet.software.Release;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Operations on software that are more than keeping a record. */
final class SoftwareRoutes {
    private static final RecordRoutes<Release, ?> RELEASES = new RecordRoutes<>(SoftwareKinds.RELEASE);

    private final Parts parts;

    private SoftwareRoutes(Parts parts) {
        this.parts = parts;
    }

    static Stream<Route> all(Parts parts) {
        var routes = new SoftwareRoutes(parts);
        return Stream.of(
                        RELEASES.list(),
                        RELEASES.show(),
                        Route.post(RELEASES.all(), routes::publish),
                        new Route(HttpMethod.POST, RELEASES.one() + "/withdraw", Route.Input.NOTHING, routes::withdraw),
                        Route.delete(RELEASES.one(), routes::discard),
                        Route.get(RELEASES.one() + "/document", routes::document),
                        Route.put(RELEASES.one() + "/document", routes::publishSigned),
                        Route.get(
                                new RecordRoutes<>(SoftwareKinds.APPLICATION).one() + "/releases",
                                SoftwareRoutes::ofApplication),
                        new Route(HttpMethod.POST, RecordRoutes.ROOT + "artifacts", Route.Input.BYTES, routes::upload))
                .map(Route::withoutVersion);
    }

    private Reply publish(Call call) {
        var form = call.form(PublishRelease.PublicationForm.class);
        Release made = publishing(call).publish(call.caller(), form);
        return call.kept(Reply.created(view(call, made)));
    }

    private Reply withdraw(Call call) {
        return call.kept(
                Reply.ok(view(call, publishing(call).withdraw(call.caller(), call.path(RELEASES.parameter())))));
    }

    private Reply discard(Call call) {
        publishing(call).discard(call.caller(), call.path(RELEASES.parameter()));
        return call.kept(Reply.done());
    }

    private Reply document(Call call) {
        return Reply.ok(KeyRoutes.document(publishing(call).document(call.caller(), call.path(RELEASES.parameter()))));
    }

    private Reply publishSigned(Call call) {
        Release published =
                publishing(call).publishSigned(call.caller(), call.path(RELEASES.parameter()), call.bytes());
        return call.kept(Reply.ok(view(call, published)));
    }

    private PublishRelease publishing(Call call) {
        return new PublishRelease(call.acts(), parts.publishing());
    }

    private static JsonNode view(Call call, Release release) {
        return call.acts().see(call.caller(), Area.SOFTWARE, acting -> RELEASES.view(acting, release));
    }

    private static Reply ofApplication(Call call) {
        return call.see(
                Area.SOFTWARE,
                acting -> RELEASES.listed(
                        acting,
                        acting.stores()
                                .releases()
                                .of(acting.find(SoftwareKinds.APPLICATION, call.path("application"))
                                        .id()),
                        call.page()));
    }

    private Reply upload(Call call) {
        call.acts().allow(call.caller(), Area.SOFTWARE);
        try {
            ArtifactDigest stored =
                    parts.uploads().artifacts().put(call.body(), parts.uploads().bytesMax());
            return Reply.created(Json.tree(stored));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
