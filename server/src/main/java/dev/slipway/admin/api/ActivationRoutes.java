package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.house.TenantActs;
import dev.slipway.admin.act.people.IssueActivation;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.people.RevokeActivation;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.wire.sms.SmsText;
import dev.slipway.core.bundle.Trust;
import dev.slipway.core.message.BootstrapText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Operations by which a device comes to a user: activations, and the text of a message (DESIGN section 8.1). */
final class ActivationRoutes {
    private static final Duration LIFE_USUAL = Duration.ofDays(3);
    private static final int DOCUMENT_VERSION = 1;

    private final Trust trust;

    private ActivationRoutes(Trust trust) {
        this.trust = trust;
    }

    /**
     * A wish for an activation.
     *
     * @param user login or id
     */
    record ActivationForm(String user, Optional<Integer> lifeMinutes) {}

    /** An activation as it is shown. */
    record ActivationView(String id, String user, Activation.State state, Instant expires) {}

    /** What the Bootloader is opened with: {@code application/vnd.slipway.activation+json}. */
    record ActivationDocument(int slipwayActivation, URI url, String key, String ticket, String alias) {
        @Override
        public String toString() {
            return "activation document of " + alias;
        }
    }

    /** The text of a message, and how many short messages it makes. */
    record MessageView(String text, int segments) {}

    static Stream<Route> all(Parts parts) {
        var routes = new ActivationRoutes(parts.keys().trust());
        return Stream.of(
                Route.post(RecordRoutes.ROOT + "activations", routes::issue),
                Route.delete(
                        RecordRoutes.ROOT + "activations/{activation}",
                        call -> call.run(
                                new RevokeActivation(call.path("activation")), (acting, revoked) -> Reply.done())),
                Route.get(RecordRoutes.ROOT + "users/{user}/activations", ActivationRoutes::ofUser),
                Route.get(RecordRoutes.ROOT + "message", routes::message));
    }

    private Reply issue(Call call) {
        var form = call.form(ActivationForm.class);
        Duration life = form.lifeMinutes().map(Duration::ofMinutes).orElse(LIFE_USUAL);
        var issued = new IssueActivation(call.acts()).issue(call.caller(), form.user(), life);
        Tenant tenant = new TenantActs(call.acts()).own(call.caller());
        var document = new ActivationDocument(
                DOCUMENT_VERSION,
                tenant.publicUrl(),
                trust.fingerprint().text(),
                issued.ticket().reveal(),
                tenant.alias());
        return call.kept(Reply.createdSecret(Json.tree(document)));
    }

    private static Reply ofUser(Call call) {
        return call.see(Area.ACTIVATIONS, acting -> {
            User user = acting.find(PeopleKinds.USER, call.path("user"));
            List<ObjectNode> views = acting.stores().activations().of(user.id()).stream()
                    .map(one -> new ActivationView(one.id().toString(), user.login(), one.state(), one.expires()))
                    .map(view -> (ObjectNode) Json.tree(view))
                    .toList();
            return Listed.of(views, call.page());
        });
    }

    /** By host and port, or with {@code ?place=alias} by alias, for devices that know a switching center. */
    private Reply message(Call call) {
        Tenant tenant = new TenantActs(call.acts()).own(call.caller());
        String fingerprint = trust.fingerprint().text();
        boolean byAlias = call.query("place").filter("alias"::equals).isPresent();
        String text = byAlias ? BootstrapText.byAlias(tenant, fingerprint) : BootstrapText.byHost(tenant, fingerprint);
        return call.see(Area.PEOPLE, acting -> {
            call.query("user").ifPresent(user -> acting.find(PeopleKinds.USER, user));
            return Json.tree(new MessageView(text, SmsText.of(text).parts().size()));
        });
    }
}
