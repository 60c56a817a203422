package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.activations.ActivationActs;
import dev.slipway.admin.act.activations.ActivationForm;
import dev.slipway.admin.act.activations.Issued;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.house.TenantActs;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.fleet.acts.Activation.Traces;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.wire.sms.SmsText;
import dev.slipway.core.bundle.Trust;
import dev.slipway.core.enroll.activation.ActivationLinks;
import dev.slipway.core.message.BootstrapText;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Operations by which a device comes to a user: activations, and the text of a message (DESIGN section 8.1). */
final class ActivationRoutes {
    private static final String ALL = RecordRoutes.ROOT + "activations";
    private static final String ONE = ALL + "/{activation}";
    private static final int DOCUMENT_VERSION = 1;

    private final Trust trust;

    private ActivationRoutes(Trust trust) {
        this.trust = trust;
    }

    /** An activation as it was issued; what is handed over is shown this once. */
    record IssuedView(String id, String user, Optional<String> account, Instant expires, Optional<Handover> handover) {}

    /**
     * What to hand to the person: the links when nothing was sent, the PIN when there is one.
     *
     * @param document for a Bootloader that is at hand
     */
    record Handover(
            Optional<URI> installation,
            Optional<URI> activation,
            Optional<String> code,
            Optional<String> pin,
            Optional<ActivationDocument> document) {}

    /** What the Bootloader is opened with: {@code application/vnd.slipway.activation+json}. */
    record ActivationDocument(int slipwayActivation, URI url, String key, String ticket, String alias) {
        @Override
        public String toString() {
            return "activation document of " + alias;
        }
    }

    /** An activation as it is shown. */
    record ActivationView(String id, AimView aim, ShownState state, TimesView times, List<SentView> messages) {}

    /** What it is for, and the device that came. */
    record AimView(
            String user,
            Optional<String> account,
            Optional<String> deviceType,
            Optional<String> replaces,
            Optional<String> device) {}

    /** Where it is in its life; sent when its message is out. */
    enum ShownState {
        ISSUED,
        SENT,
        CLICKED,
        REDEEMED,
        EXPIRED,
        REVOKED
    }

    /** When it was what. Who opens a page may be a scanner of links. */
    record TimesView(
            Instant issued,
            Instant expires,
            Optional<Instant> installing,
            Optional<Instant> opened,
            Optional<Instant> clicked,
            Optional<Instant> redeemed) {}

    /** A message of it. */
    record SentView(String id, MessageKind kind, Channel channel, Message.State state, Instant changed) {}

    /** What is sent again; both messages when no kind is named. */
    record SendAgainForm(Channel channel, Optional<List<MessageKind>> kinds) {}

    /** The right phone number or e-mail address, to which everything is sent again. */
    record CorrectionForm(Channel channel, String to) {}

    /** Whether such an activation could be issued, and what is missing. */
    record ReadinessView(boolean ready, Optional<String> missing) {}

    /** A code to read out, and until when it counts. */
    record CodeView(String code, Instant until) {}

    /** The text of a message, and how many short messages it makes. */
    record MessageView(String text, int segments) {}

    static Stream<Route> all(Parts parts) {
        var routes = new ActivationRoutes(parts.keys().trust());
        return Stream.of(
                Route.post(ALL, routes::issue),
                Route.post(ALL + "/check", ActivationRoutes::check),
                Route.get(ONE, call -> call.see(Area.ACTIVATIONS, acting -> shown(acting, find(call, acting)))),
                Route.delete(ONE, call -> call.run(revoke(call), (acting, revoked) -> Reply.done())),
                Route.post(ONE + "/send", ActivationRoutes::send),
                Route.post(ONE + "/correct", ActivationRoutes::correct),
                bare(ONE + "/code", ActivationRoutes::code),
                bare(
                        ONE + "/undo",
                        call -> call.run(
                                ActivationActs.undo(call.path("activation")), (acting, undone) -> Reply.done())),
                bare(RecordRoutes.ROOT + "devices/{device}/lost", ActivationRoutes::lost),
                Route.get(RecordRoutes.ROOT + "users/{user}/activations", ActivationRoutes::ofUser),
                Route.get(RecordRoutes.ROOT + "message", routes::message));
    }

    private static Route bare(String path, Route.Work work) {
        return new Route(HttpMethod.POST, path, Route.Input.NOTHING, work);
    }

    private Reply issue(Call call) {
        var form = call.form(ActivationForm.class);
        return call.run(
                ActivationActs.issue(form, own(call)),
                (acting, issued) -> Reply.createdSecret(Json.tree(view(acting, issued))));
    }

    /** What is missing is no failure of who asks for it. */
    private static Reply check(Call call) {
        var form = call.form(ActivationForm.class);
        try {
            call.tryOut(ActivationActs.issue(form, own(call)));
            return Reply.ok(Json.tree(new ReadinessView(true, Optional.empty())));
        } catch (Refusal refusal) {
            if (!refusal.code().equals("activation.not-ready")) {
                throw refusal;
            }
            return Reply.ok(Json.tree(new ReadinessView(false, Optional.of(refusal.sentence()))));
        }
    }

    private static Tenant own(Call call) {
        return new TenantActs(call.acts()).own(call.caller());
    }

    private IssuedView view(Acting acting, Issued issued) {
        Activation activation = issued.activation();
        return new IssuedView(
                activation.id().toString(),
                issued.user().login(),
                issued.account().map(Account::address),
                activation.links().expires(),
                handover(acting, issued));
    }

    private Optional<Handover> handover(Acting acting, Issued issued) {
        ActivationLinks links = acting.means().links();
        Tenant tenant = issued.tenant();
        Activation activation = issued.activation();
        Optional<String> pin =
                Optional.of(activation).filter(one -> one.links().withPin()).map(one -> links.pin(tenant.id(), one));
        if (issued.isSent()) {
            return pin.map(one -> new Handover(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(one), Optional.empty()));
        }
        return Optional.of(new Handover(
                Optional.of(links.address(tenant, activation, Page.INSTALLATION)),
                Optional.of(links.address(tenant, activation, Page.ACTIVATION)),
                Optional.of(links.code(tenant.id(), activation)),
                pin,
                issued.ticket().map(ticket -> document(tenant, ticket))));
    }

    private ActivationDocument document(Tenant tenant, Secret ticket) {
        return new ActivationDocument(
                DOCUMENT_VERSION, tenant.publicUrl(), trust.fingerprint().text(), ticket.reveal(), tenant.alias());
    }

    private static Activation find(Call call, Acting acting) {
        return ActivationActs.find(acting, call.path("activation"));
    }

    private static Command<Activation> revoke(Call call) {
        return ActivationActs.revoke(call.path("activation"));
    }

    private static Reply send(Call call) {
        var form = call.form(SendAgainForm.class);
        return call.run(
                ActivationActs.send(
                        call.path("activation"), form.channel(), form.kinds().orElse(List.of()), own(call)),
                ActivationRoutes::reply);
    }

    private static Reply correct(Call call) {
        var form = call.form(CorrectionForm.class);
        return call.run(
                ActivationActs.correct(call.path("activation"), form.channel(), form.to(), own(call)),
                ActivationRoutes::reply);
    }

    private static Reply code(Call call) {
        return call.run(ActivationActs.readCode(call.path("activation")), (acting, activation) -> {
            String code = acting.means().links().code(acting.caller().tenant(), activation);
            return Reply.secret(
                    Json.tree(new CodeView(code, activation.links().code().until())));
        });
    }

    private static Reply lost(Call call) {
        return call.run(
                ActivationActs.lost(call.path("device")),
                (acting, device) -> Reply.ok(new RecordRoutes<>(DeviceKinds.DEVICE).view(acting, device)));
    }

    private static Reply ofUser(Call call) {
        return call.see(Area.ACTIVATIONS, acting -> {
            User user = acting.find(PeopleKinds.USER, call.path("user"));
            List<ObjectNode> views = acting.stores().activations().of(user.id()).stream()
                    .map(one -> (ObjectNode) shown(acting, one))
                    .toList();
            return Listed.of(views, call.page());
        });
    }

    private static Reply reply(Acting acting, Activation activation) {
        return Reply.ok(shown(acting, activation));
    }

    private static JsonNode shown(Acting acting, Activation activation) {
        List<Message> messages = acting.stores().messages().about(activation.id());
        Activation.Aim aim = activation.aim();
        Traces traces = activation.traces();
        return Json.tree(new ActivationView(
                activation.id().toString(),
                new AimView(
                        acting.name(PeopleKinds.USER, aim.user()),
                        aim.account().map(one -> acting.name(PeopleKinds.ACCOUNT, one)),
                        aim.type().map(one -> acting.name(DeviceKinds.DEVICE_TYPE, one)),
                        aim.replaces().map(one -> acting.name(DeviceKinds.DEVICE, one)),
                        traces.device().map(one -> acting.name(DeviceKinds.DEVICE, one))),
                state(acting, activation, messages),
                new TimesView(
                        traces.issued(),
                        activation.links().expires(),
                        traces.installing(),
                        traces.opened(),
                        traces.clicked(),
                        traces.redeemed()),
                messages.stream().map(ActivationRoutes::sent).toList()));
    }

    private static SentView sent(Message message) {
        return new SentView(
                message.id().toString(),
                message.content().kind(),
                message.recipient().channel(),
                message.progress().state(),
                message.progress().changed());
    }

    private static ShownState state(Acting acting, Activation activation, List<Message> messages) {
        if (activation.state().isOpen() && activation.isOver(acting.now())) {
            return ShownState.EXPIRED;
        }
        return switch (activation.state()) {
            case ISSUED -> messages.stream().anyMatch(ActivationRoutes::isOut) ? ShownState.SENT : ShownState.ISSUED;
            case CLICKED -> ShownState.CLICKED;
            case REDEEMED -> ShownState.REDEEMED;
            case EXPIRED -> ShownState.EXPIRED;
            case REVOKED -> ShownState.REVOKED;
        };
    }

    private static boolean isOut(Message message) {
        Message.State state = message.progress().state();
        return message.content().kind() == MessageKind.ACTIVATION
                && (state == Message.State.SENT || state == Message.State.DELIVERED);
    }

    /** By host and port, or with {@code ?place=alias} by alias, for devices that know a switching center. */
    private Reply message(Call call) {
        Tenant tenant = own(call);
        String fingerprint = trust.fingerprint().text();
        boolean byAlias = call.query("place").filter("alias"::equals).isPresent();
        String text = byAlias ? BootstrapText.byAlias(tenant, fingerprint) : BootstrapText.byHost(tenant, fingerprint);
        return call.see(Area.PEOPLE, acting -> {
            call.query("user").ifPresent(user -> acting.find(PeopleKinds.USER, user));
            return Json.tree(new MessageView(text, SmsText.of(text).parts().size()));
        });
    }
}
