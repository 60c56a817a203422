package dev.slipway.door.portal;

import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.NotFound;
import dev.slipway.core.enroll.KnownTenants;
import dev.slipway.core.enroll.platform.Platforms.Visitor;
import dev.slipway.door.portal.site.DownloadSite;
import dev.slipway.door.portal.site.Stamp;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** {@code GET /get} and below: what each platform gets, stamped for the tenant that was asked. */
final class SitePages {
    private final KnownTenants tenants;
    private final ServerFace face;
    private final DownloadSite site;

    SitePages(KnownTenants tenants, ServerFace face, DownloadSite site) {
        this.tenants = tenants;
        this.face = face;
        this.site = site;
    }

    void register(Routes routes) {
        routes.get("/get", (asked, context) -> {
            Visitor visitor = visitor(context.request());
            return () -> forTenant(asked, stamp -> site.overview(stamp, visitor));
        });
        routes.get("/get/style.css", (asked, context) -> site::style);
        routes.get("/get/migration", (asked, context) -> () -> forTenant(asked, site::migration));
        routes.get("/get/files/:name", (asked, context) -> {
            String name = context.pathParam("name");
            return () -> forTenant(asked, stamp -> site.file(stamp, name).orElse(NotFound.ANSWER));
        });
        routes.get("/get/:platform", (asked, context) -> {
            String platform = context.pathParam("platform");
            return () ->
                    forTenant(asked, stamp -> site.platform(stamp, platform).orElse(NotFound.ANSWER));
        });
    }

    private Answer forTenant(Asked asked, Function<Stamp, Answer> page) {
        Optional<Tenant> tenant = tenants.asked(asked.alias(), asked.source().host());
        return tenant.map(this::stamp).map(page).orElse(NotFound.ANSWER);
    }

    private Stamp stamp(Tenant tenant) {
        URI url = face.tlsUrl(tenant);
        int port = url.getPort() < 0 ? Stamp.HTTPS_PORT : url.getPort();
        return new Stamp(tenant.publicUrl(), tenant.alias(), url.getHost(), port, face.fingerprint());
    }

    private static Visitor visitor(HttpServerRequest request) {
        return new Visitor(field(request, "user-agent"), field(request, "sec-ch-ua-platform"));
    }

    private static String field(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
