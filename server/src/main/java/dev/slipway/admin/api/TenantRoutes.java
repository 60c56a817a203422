package dev.slipway.admin.api;

import dev.slipway.admin.act.house.TenantActs;
import dev.slipway.admin.act.house.TenantForm;
import dev.slipway.base.fleet.Tenant;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Operations on tenants; the operator of the installation has to name none for them. */
final class TenantRoutes {
    private static final String TENANTS = RecordRoutes.ROOT + "tenants";
    private static final String ONE = TENANTS + "/{tenant}";

    private TenantRoutes() {}

    /** A tenant as it is shown. */
    record TenantView(String id, String name, String alias, URI publicUrl, List<String> hosts) {
        static TenantView of(Tenant tenant) {
            return new TenantView(
                    tenant.id().toString(), tenant.name(), tenant.alias(), tenant.publicUrl(), tenant.hosts());
        }
    }

    static Stream<Route> all() {
        return Stream.of(
                        Route.get(TENANTS, TenantRoutes::list),
                        Route.post(TENANTS, TenantRoutes::create),
                        Route.get(ONE, call -> Reply.ok(view(acts(call).find(call.caller(), call.path("tenant"))))),
                        Route.patch(ONE, TenantRoutes::change))
                .map(Route::ofInstallation);
    }

    private static TenantActs acts(Call call) {
        return new TenantActs(call.acts());
    }

    private static ObjectNode view(Tenant tenant) {
        return (ObjectNode) Json.tree(TenantView.of(tenant));
    }

    private static Reply list(Call call) {
        List<ObjectNode> views =
                acts(call).seen(call.caller()).stream().map(TenantRoutes::view).toList();
        return Reply.ok(Listed.of(views, call.page()));
    }

    private static Reply create(Call call) {
        Tenant made = acts(call).create(call.caller(), call.form(TenantForm.class));
        return call.kept(Reply.created(view(made)));
    }

    private static Reply change(Call call) {
        ObjectNode patch = call.json();
        Tenant changed = acts(call).change(call.caller(), call.path("tenant"), (before, form) -> {
            call.require(view(before));
            return Json.read(Json.merged((ObjectNode) Json.tree(form), patch), TenantForm.class);
        });
        return Reply.ok(view(changed));
    }
}
