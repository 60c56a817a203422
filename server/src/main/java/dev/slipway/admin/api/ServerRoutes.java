package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.house.ChangeTenant;
import dev.slipway.admin.act.house.RotateKey;
import dev.slipway.admin.act.house.TenantForm;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.JournalEntry;
import dev.slipway.base.fleet.trust.SigningKey;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Operations on the house itself: tenant, keys, journal, server. */
final class ServerRoutes {
    private static final String TENANTS = RecordRoutes.ROOT + "tenants";
    private static final String KEYS = RecordRoutes.ROOT + "keys";

    private final Parts.Keys keys;

    private ServerRoutes(Parts.Keys keys) {
        this.keys = keys;
    }

    /** A tenant as it is shown. */
    record TenantView(String id, String name, String alias, URI publicUrl, List<String> hosts) {
        static TenantView of(Tenant tenant) {
            return new TenantView(
                    tenant.id().toString(), tenant.name(), tenant.alias(), tenant.publicUrl(), tenant.hosts());
        }
    }

    /** A key as it is shown: never its private half. */
    record KeyView(String keyId, String role, SigningKey.State state, String publicKey, boolean onServer) {
        static KeyView of(SigningKey key) {
            return new KeyView(
                    key.keyId(),
                    key.role(),
                    key.state(),
                    key.publicKey().hex(),
                    key.privateKey().isPresent());
        }
    }

    /** The role whose key is made anew. */
    record RotationForm(String role) {}

    /** The keys that devices trust; {@code roots} are signed documents, oldest first. */
    record KeysView(String fingerprint, List<KeyView> keys, List<String> roots) {}

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

    static Stream<Route> all(Parts parts) {
        var routes = new ServerRoutes(parts.keys());
        return Stream.of(
                Route.get(TENANTS, ServerRoutes::tenants),
                Route.get(TENANTS + "/{tenant}", call -> Reply.ok(Json.tree(TenantView.of(tenant(call))))),
                Route.patch(TENANTS + "/{tenant}", ServerRoutes::changeTenant),
                Route.get(KEYS, routes::keys),
                Route.post(KEYS + "/rotate", routes::rotate),
                Route.get(RecordRoutes.ROOT + "journal", ServerRoutes::journal),
                Route.get(RecordRoutes.ROOT + "server", routes::server));
    }

    private static Reply tenants(Call call) {
        ObjectNode list = Json.object();
        list.putArray("items").add(Json.tree(TenantView.of(new ChangeTenant(call.acts()).show(call.caller()))));
        return Reply.ok(list);
    }

    private static Tenant tenant(Call call) {
        Tenant own = new ChangeTenant(call.acts()).show(call.caller());
        String asked = call.path("tenant");
        if (Stream.of(own.name(), own.alias(), own.id().toString()).noneMatch(asked::equalsIgnoreCase)) {
            throw new Refusal("tenant.unknown", "There is no tenant of that name or alias.");
        }
        return own;
    }

    private static Reply changeTenant(Call call) {
        tenant(call);
        ObjectNode patch = call.json();
        Tenant changed = new ChangeTenant(call.acts())
                .change(
                        call.caller(),
                        form -> Json.read(Json.merged((ObjectNode) Json.tree(form), patch), TenantForm.class));
        return Reply.ok(Json.tree(TenantView.of(changed)));
    }

    private RotateKey rotation(Call call) {
        return new RotateKey(call.acts(), keys.trust(), keys.store(), keys.random());
    }

    private Reply keys(Call call) {
        List<KeyView> views =
                rotation(call).all(call.caller()).stream().map(KeyView::of).toList();
        List<String> roots = keys.trust().roots().stream()
                .map(root -> new String(root.toBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
        return Reply.ok(Json.tree(new KeysView(keys.trust().fingerprint().text(), views, roots)));
    }

    private Reply rotate(Call call) {
        rotation(call).rotate(call.caller(), call.form(RotationForm.class).role());
        return call.kept(keys(call));
    }

    private static Reply journal(Call call) {
        long before = call.query("before").map(ServerRoutes::serial).orElse(0L);
        int limit = call.page().size();
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
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new Refusal("request.page", "before takes the next of the page before.");
        }
    }

    private Reply server(Call call) {
        String version = ServerRoutes.class.getPackage().getImplementationVersion();
        Tenant tenant = new ChangeTenant(call.acts()).show(call.caller());
        return call.see(
                Area.SERVER,
                acting -> Json.tree(new ServerView(
                        version == null ? "development" : version,
                        acting.means().clock().instant(),
                        keys.trust().fingerprint().text(),
                        keys.trust().root().expires(),
                        tenant.alias())));
    }
}
