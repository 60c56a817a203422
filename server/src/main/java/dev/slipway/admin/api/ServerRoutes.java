package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.house.OpenSipServer;
import dev.slipway.admin.act.house.OpenWebhook;
import dev.slipway.admin.act.house.TenantActs;
import dev.slipway.admin.act.house.TenantForm;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.JournalEntry;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.fleet.people.Webhook;
import dev.slipway.core.enroll.directory.SipDirectory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Operations on the house itself: tenants, journal, server. */
final class ServerRoutes {
    private static final String TENANTS = RecordRoutes.ROOT + "tenants";
    private static final String ONE = TENANTS + "/{tenant}";

    private final Parts.Keys keys;

    private ServerRoutes(Parts.Keys keys) {
        this.keys = keys;
    }

    /** One entry of the journal. */
    record JournalView(long serial, Instant at, String actor, String act, String subject, Map<String, String> details) {
        static JournalView of(JournalEntry entry) {
            return new JournalView(
                    entry.serial(),
                    entry.at(),
                    entry.actor().kind() + " " + entry.actor().name(),
                    entry.act().name(),
                    entry.act().subject(),
                    entry.act().details());
        }
    }

    /** How the server is. */
    record ServerView(String version, Instant now, String fingerprint, Instant rootExpires, String tenant) {}

    /** A SIP server. */
    record SipServerView(String id, String name, String role, Instant created) {
        static SipServerView of(SipServer server) {
            return new SipServerView(server.id().toString(), server.name(), server.role(), server.created());
        }
    }

    /** Its name. */
    record SipServerForm(String name) {}

    /**
     * What its configuration needs; password and address are shown this once.
     *
     * @param directory where FreeSWITCH asks instead; its last part is a secret
     */
    record OpenedSipServer(String name, DatabaseView database, URI directory) {
        @Override
        public String toString() {
            return "SIP server " + name;
        }
    }

    /** Where a SIP server reads, and as whom. */
    record DatabaseView(String host, int port, String name, String user, String password) {
        @Override
        public String toString() {
            return "database " + name;
        }
    }

    /** A webhook and how its calls stand. */
    record WebhookView(String id, String name, URI address, CallsView calls) {
        static WebhookView of(Webhook.Kept kept) {
            Webhook.Standing standing = kept.standing();
            return new WebhookView(
                    kept.webhook().id().toString(),
                    kept.webhook().name(),
                    kept.webhook().address(),
                    new CallsView(standing.waiting(), standing.lost(), standing.failures(), standing.answer()));
        }
    }

    /** How the calls of a webhook stand. */
    record CallsView(long waiting, long lost, int failures, String answer) {}

    /** Its name, and where it is told. */
    record WebhookForm(String name, String address) {}

    /** The secret that signs its calls; shown this once. */
    record OpenedWebhook(String name, URI address, String secret) {
        @Override
        public String toString() {
            return "webhook " + name;
        }
    }

    static Stream<Route> all(Parts parts) {
        var routes = new ServerRoutes(parts.keys());
        Stream<Route> house = Stream.of(
                Route.get(RecordRoutes.ROOT + "journal", ServerRoutes::journal),
                Route.get(RecordRoutes.ROOT + "server", routes::server).ofInstallation());
        return Stream.of(tenants(), house, sipServers(), webhooks()).flatMap(each -> each);
    }

    private static Stream<Route> sipServers() {
        String all = RecordRoutes.ROOT + "sip-servers";
        return Stream.of(
                Route.get(all, ServerRoutes::sipServerList),
                Route.post(all, ServerRoutes::openSipServer),
                Route.delete(
                        all + "/{sip_server}",
                        call -> call.run(
                                OpenSipServer.close(call.path("sip_server")), (acting, closed) -> Reply.done())));
    }

    private static Reply sipServerList(Call call) {
        return call.see(
                Area.SERVER,
                acting -> Listed.of(
                        acting.stores().sipServers().all().stream()
                                .map(server -> (ObjectNode) Json.tree(SipServerView.of(server)))
                                .toList(),
                        call.page()));
    }

    private static Reply openSipServer(Call call) {
        Tenant tenant = new TenantActs(call.acts()).own(call.caller());
        return call.run(
                new OpenSipServer(call.form(SipServerForm.class).name()),
                (acting, opened) -> Reply.createdSecret(Json.tree(new OpenedSipServer(
                        opened.server().name(),
                        new DatabaseView(
                                opened.place().host(),
                                opened.place().port(),
                                opened.place().database(),
                                opened.server().role(),
                                opened.password().reveal()),
                        SipDirectory.address(
                                acting.means().links().key(),
                                tenant,
                                opened.server().id())))));
    }

    private static Stream<Route> webhooks() {
        String all = RecordRoutes.ROOT + "webhooks";
        return Stream.of(
                Route.get(
                        all,
                        call -> call.see(
                                Area.SERVER,
                                acting -> Listed.of(
                                        acting.stores().webhooks().all().stream()
                                                .map(kept -> (ObjectNode) Json.tree(WebhookView.of(kept)))
                                                .toList(),
                                        call.page()))),
                Route.post(all, ServerRoutes::openWebhook),
                Route.delete(
                        all + "/{webhook}",
                        call -> call.run(OpenWebhook.close(call.path("webhook")), (acting, gone) -> Reply.done())));
    }

    private static Reply openWebhook(Call call) {
        WebhookForm form = call.form(WebhookForm.class);
        return call.run(
                new OpenWebhook(form.name(), form.address()),
                (acting, opened) -> Reply.createdSecret(Json.tree(new OpenedWebhook(
                        opened.name(), opened.address(), opened.secret().reveal()))));
    }

    private static Reply journal(Call call) {
        long before = call.query("after").map(ServerRoutes::serial).orElse(0L);
        int limit = call.limit();
        return call.see(Area.JOURNAL, acting -> {
            List<JournalView> entries = acting.stores().journal().before(before, limit).stream()
                    .map(JournalView::of)
                    .toList();
            ObjectNode list = Json.object();
            list.putArray("items").addAll(entries.stream().map(Json::tree).toList());
            if (entries.size() == limit) {
                list.put("next", Long.toString(entries.getLast().serial()));
            }
            return list;
        });
    }

    private static long serial(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException wrong) {
            throw new Refusal("request.page", "after takes the next of the page before.");
        }
    }

    private Reply server(Call call) {
        String version = ServerRoutes.class.getPackage().getImplementationVersion();
        Tenant tenant = new TenantActs(call.acts()).own(call.caller());
        return call.see(
                Area.SERVER,
                acting -> Json.tree(new ServerView(
                        version == null ? "development" : version,
                        acting.now(),
                        keys.trust().fingerprint().text(),
                        keys.trust().root().expires(),
                        tenant.alias())));
    }

    /** A tenant as it is shown. */
    record TenantView(String id, String name, String alias, URI publicUrl, List<String> hosts) {
        static TenantView of(Tenant tenant) {
            return new TenantView(
                    tenant.id().toString(), tenant.name(), tenant.alias(), tenant.publicUrl(), tenant.hosts());
        }
    }

    /** The operator of the installation has to name no tenant for these. */
    private static Stream<Route> tenants() {
        return Stream.of(
                        Route.get(TENANTS, ServerRoutes::tenantList),
                        Route.post(TENANTS, ServerRoutes::createTenant),
                        Route.get(ONE, call -> Reply.ok(view(acts(call).find(call.caller(), call.path("tenant"))))),
                        Route.patch(ONE, ServerRoutes::changeTenant))
                .map(Route::ofInstallation);
    }

    private static TenantActs acts(Call call) {
        return new TenantActs(call.acts());
    }

    private static ObjectNode view(Tenant tenant) {
        return (ObjectNode) Json.tree(TenantView.of(tenant));
    }

    private static Reply tenantList(Call call) {
        List<ObjectNode> views =
                acts(call).seen(call.caller()).stream().map(ServerRoutes::view).toList();
        return Reply.ok(Listed.of(views, call.page()));
    }

    private static Reply createTenant(Call call) {
        Tenant made = acts(call).create(call.caller(), call.form(TenantForm.class));
        return call.kept(Reply.created(view(made)));
    }

    private static Reply changeTenant(Call call) {
        ObjectNode patch = call.json();
        Tenant changed = acts(call).change(call.caller(), call.path("tenant"), (before, form) -> {
            call.require(view(before));
            return Json.read(Json.merged((ObjectNode) Json.tree(form), patch), TenantForm.class);
        });
        return Reply.ok(view(changed));
    }
}
