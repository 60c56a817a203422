package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.house.TenantActs;
import dev.slipway.admin.act.software.PublishRelease;
import dev.slipway.admin.act.software.SoftwareKinds;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.http.probe.Step;
import dev.slipway.core.enroll.activation.Downloads;
import dev.slipway.core.enroll.platform.Platform;
import dev.slipway.core.enroll.platform.Platforms;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Operations on software that are more than keeping a record. */
final class SoftwareRoutes {
    private static final RecordRoutes<Release, ?> RELEASES = new RecordRoutes<>(SoftwareKinds.RELEASE);
    private static final RecordRoutes<DownloadAddress, ?> ADDRESSES =
            new RecordRoutes<>(SoftwareKinds.DOWNLOAD_ADDRESS);
    private static final RecordRoutes<ApplicationHost, ?> HOSTS = new RecordRoutes<>(SoftwareKinds.APPLICATION_HOST);
    private static final Platforms PLATFORMS = Platforms.ours();

    private final Parts parts;

    private SoftwareRoutes(Parts parts) {
        this.parts = parts;
    }

    /**
     * What a device would get.
     *
     * @param bootloader whether the Bootloader has a package for the platform
     */
    record ResolvedView(String platform, String title, boolean bootloader, List<DownloadView> downloads) {}

    /** An application and where it is got; {@code address} is the id of the record that says so. */
    record DownloadView(String application, URI url, String address) {}

    /** How a try went; good when every step is. */
    record ProbeView(boolean good, List<Step> steps) {}

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
                        Route.get(RecordRoutes.ROOT + "downloads", SoftwareRoutes::resolve),
                        new Route(
                                HttpMethod.POST, ADDRESSES.one() + "/probe", Route.Input.NOTHING, routes::probeAddress),
                        new Route(HttpMethod.POST, HOSTS.one() + "/probe", Route.Input.NOTHING, routes::probeHost),
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

    /** By {@code ?platform=} or by the {@code ?user_agent=} of its browser, with {@code ?security_model=}. */
    private static Reply resolve(Call call) {
        Platform platform = call.query("platform")
                .map(name -> PLATFORMS
                        .named(name)
                        .orElseThrow(() -> new Refusal(
                                "fleet.unknown", "There is no platform %s; see the download site.".formatted(name))))
                .orElseGet(() -> PLATFORMS.recognize(
                        new Platforms.Visitor(call.query("user_agent").orElse(""), "")));
        Tenant tenant = new TenantActs(call.acts()).own(call.caller());
        return call.see(
                Area.SOFTWARE,
                acting -> Json.tree(new ResolvedView(
                        platform.name(),
                        platform.title(),
                        platform.bundled(),
                        Downloads.of(
                                        acting.stores(),
                                        tenant,
                                        platform.name(),
                                        call.query("security_model").orElse(""))
                                .stream()
                                .map(found -> new DownloadView(
                                        found.application(),
                                        found.url(),
                                        found.address().toString()))
                                .toList())));
    }

    private Reply probeAddress(Call call) {
        Tenant tenant = new TenantActs(call.acts()).own(call.caller());
        List<URI> places = call.acts().see(call.caller(), Area.SOFTWARE, acting -> {
            DownloadAddress address = acting.find(SoftwareKinds.DOWNLOAD_ADDRESS, call.path(ADDRESSES.parameter()));
            return address.url()
                    .map(List::of)
                    .orElseGet(() ->
                            Downloads.of(acting.stores(), tenant, address.platform(), address.securityModel()).stream()
                                    .filter(found -> found.address().equals(address.id()))
                                    .map(Downloads.Download::url)
                                    .toList());
        });
        if (places.isEmpty()) {
            throw new Refusal(
                    "download-address.nothing",
                    "Nothing lies there: the release is not published, or has nothing for this platform.");
        }
        return probed(places.stream()
                .flatMap(place -> parts.probe().file(place).stream())
                .toList());
    }

    private Reply probeHost(Call call) {
        ApplicationHost host = call.acts()
                .see(
                        call.caller(),
                        Area.LAYOUT,
                        acting -> acting.find(SoftwareKinds.APPLICATION_HOST, call.path(HOSTS.parameter())));
        return probed(parts.probe().service(host.host(), host.port()));
    }

    private static Reply probed(List<Step> steps) {
        return Reply.ok(Json.tree(new ProbeView(steps.stream().allMatch(Step::good), steps)));
    }
}
