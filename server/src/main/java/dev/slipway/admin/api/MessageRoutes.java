package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.house.TenantActs;
import dev.slipway.admin.act.messages.ChangeMessage;
import dev.slipway.admin.act.messages.ChangeTemplate;
import dev.slipway.admin.act.messages.MessageKinds;
import dev.slipway.admin.act.messages.SendMessage;
import dev.slipway.admin.act.messages.TestGateway;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Message.State;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Wording;
import dev.slipway.base.wire.sms.SmsText;
import dev.slipway.core.bundle.Trust;
import dev.slipway.core.message.Supplier;
import dev.slipway.core.message.Suppliers;
import dev.slipway.core.message.Templates;
import dev.slipway.core.message.UserOctets;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Operations on messages to users: who carries them, what they say, what became of them. */
final class MessageRoutes {
    private static final RecordRoutes<GatewaySetup, ?> GATEWAYS = new RecordRoutes<>(MessageKinds.GATEWAY);
    private static final String TEMPLATE = RecordRoutes.ROOT + "templates/{kind}/{channel}/{language}";
    private static final String MESSAGE = RecordRoutes.ROOT + "messages/{message}";

    private final Trust trust;

    private MessageRoutes(Trust trust) {
        this.trust = trust;
    }

    /** What can be chosen from. */
    record SupplierList(List<SupplierView> items) {}

    /** A supplier, and what its gateways are told. */
    record SupplierView(String name, String about, Channel channel, List<Supplier.Field> fields) {
        static SupplierView of(Supplier supplier) {
            return new SupplierView(supplier.name(), supplier.about(), supplier.channel(), supplier.fields());
        }
    }

    /** To whom a test message goes. */
    record TestForm(String to, Optional<String> language) {}

    /** Every template that counts. */
    record TemplateViews(List<TemplateView> items) {}

    /** A template; {@code own} when the tenant wrote it. */
    record TemplateView(
            MessageKind kind, Channel channel, String language, Optional<String> subject, String text, boolean own) {
        static TemplateView of(Wording wording, boolean own) {
            Wording.Key key = wording.key();
            return new TemplateView(
                    key.kind(), key.channel(), key.language(), known(wording.subject()), wording.text(), own);
        }
    }

    /** What to show; what is left out is taken from the template that counts. */
    record PreviewForm(Optional<String> subject, Optional<String> text) {}

    /** What a message would look like, what it would cost, and what stands for what. */
    record PreviewMessage(
            Optional<String> subject, String text, Optional<Segments> sms, Map<String, String> variables) {}

    /** What a text makes of short messages; {@code foreign} are the characters that make them hold 70 and not 160. */
    record Segments(SmsText.Alphabet alphabet, int units, int segments, String foreign) {
        static Segments of(Templates.Preview preview) {
            SmsText sms = preview.sms();
            return new Segments(sms.alphabet(), sms.units(), sms.parts().size(), preview.foreign());
        }
    }

    /** A user and the way a message takes; without user data it is the text that leads to the server. */
    record SendForm(String user, Channel channel, Optional<UserDataForm> userData) {}

    /** A short message that is no text; {@code header}: whether one, its length first, stands at its beginning. */
    record UserDataForm(String hex, Optional<Boolean> header) {
        UserOctets filled() {
            return new UserOctets(hex, header.orElse(false));
        }
    }

    /** A message; its text is shown nowhere. */
    record OutboxView(String id, MessageKind kind, To to, State state, ProgressView progress, Times times) {}

    /** Whom it goes to. */
    record To(Channel channel, String address, Optional<String> user, String language) {}

    /** How far it is; {@code doubtful} attempts may have sent it without our knowing. */
    record ProgressView(
            Optional<String> gateway,
            int attempts,
            int doubtful,
            Optional<String> reference,
            Optional<String> reason) {}

    /** When it was what, and when it is tried next. */
    record Times(Instant created, Instant changed, Optional<Instant> next, Instant expires) {}

    static Stream<Route> all(Parts parts) {
        var routes = new MessageRoutes(parts.keys().trust());
        Stream<Route> ours = Stream.of(
                Route.get(RecordRoutes.ROOT + "gateway-suppliers", MessageRoutes::suppliers),
                Route.post(GATEWAYS.one() + "/test", MessageRoutes::test).withoutVersion(),
                Route.get(RecordRoutes.ROOT + "templates", MessageRoutes::templates),
                Route.get(TEMPLATE, MessageRoutes::template),
                Route.put(TEMPLATE, MessageRoutes::set),
                Route.delete(TEMPLATE, MessageRoutes::reset),
                Route.post(TEMPLATE + "/preview", MessageRoutes::preview).withoutVersion(),
                Route.get(RecordRoutes.ROOT + "messages", MessageRoutes::messages),
                Route.post(RecordRoutes.ROOT + "messages", routes::send),
                Route.get(MESSAGE, MessageRoutes::message),
                change("retry", ChangeMessage.How.RETRY),
                change("cancel", ChangeMessage.How.CANCEL));
        return Stream.concat(GATEWAYS.routes().stream(), ours);
    }

    private static Reply suppliers(Call call) {
        Suppliers suppliers = call.acts().means().suppliers();
        return call.see(
                Area.GATEWAYS,
                acting -> Json.tree(new SupplierList(
                        suppliers.all().stream().map(SupplierView::of).toList())));
    }

    private static Reply test(Call call) {
        var form = call.form(TestForm.class);
        var act = new TestGateway(call.acts(), new TenantActs(call.acts()).own(call.caller()));
        return call.kept(Reply.ok(Json.tree(act.run(
                call.caller(), call.path("gateway"), form.to(), form.language().orElse("en")))));
    }

    private static Reply templates(Call call) {
        return call.see(Area.GATEWAYS, acting -> {
            List<Wording> own = acting.stores().wordings().all();
            return Json.tree(new TemplateViews(Templates.all(own).stream()
                    .map(wording -> TemplateView.of(wording, own.contains(wording)))
                    .toList()));
        });
    }

    private static Reply template(Call call) {
        return call.see(Area.GATEWAYS, acting -> shown(acting, key(call)));
    }

    private static JsonNode shown(Acting acting, Wording.Key key) {
        List<Wording> own = acting.stores().wordings().all();
        Wording wording = Templates.find(own, key.kind(), key.channel(), key.language());
        return Json.tree(TemplateView.of(wording, own.contains(wording)));
    }

    private static Reply set(Call call) {
        var words = call.form(ChangeTemplate.Words.class);
        return call.change(
                acting -> shown(acting, key(call)),
                new ChangeTemplate(key(call), Optional.of(words)),
                (acting, done) -> Reply.ok(shown(acting, key(call))));
    }

    private static Reply reset(Call call) {
        return call.change(
                acting -> shown(acting, key(call)),
                new ChangeTemplate(key(call), Optional.empty()),
                (acting, done) -> Reply.done());
    }

    private static Reply preview(Call call) {
        var form = call.form(PreviewForm.class);
        Wording.Key key = key(call);
        return call.see(Area.GATEWAYS, acting -> {
            Wording counting =
                    Templates.find(acting.stores().wordings().all(), key.kind(), key.channel(), key.language());
            var wanted = new Wording(
                    key, form.subject().orElse(counting.subject()), form.text().orElse(counting.text()));
            Templates.Preview preview = Templates.preview(Templates.checked(wanted));
            return Json.tree(new PreviewMessage(
                    known(preview.subject()),
                    preview.text(),
                    Optional.of(Segments.of(preview)).filter(segments -> key.channel() == Channel.SMS),
                    Templates.variables(key.kind())));
        });
    }

    private static Wording.Key key(Call call) {
        return ChangeTemplate.key(call.path("kind"), call.path("channel"), call.path("language"));
    }

    private static Reply messages(Call call) {
        List<State> states = call.query("state")
                .map(word -> List.of(ChangeTemplate.constant(State.class, word)))
                .orElse(List.of(State.values()));
        return call.see(Area.MESSAGES, acting -> {
            Function<Message, ObjectNode> view = view(acting);
            return Listed.of(
                    acting.stores().messages().newest(states).stream()
                            .filter(found -> ChangeMessage.isWithin(acting, found))
                            .map(view)
                            .toList(),
                    call.page());
        });
    }

    private static Reply message(Call call) {
        return call.see(Area.MESSAGES, acting -> view(acting).apply(ChangeMessage.find(acting, call.path("message"))));
    }

    private Reply send(Call call) {
        var form = call.form(SendForm.class);
        return call.run(
                new SendMessage(
                        form.user(),
                        form.channel(),
                        new TenantActs(call.acts()).own(call.caller()),
                        trust.fingerprint().text(),
                        form.userData().map(UserDataForm::filled)),
                (acting, queued) -> Reply.created(view(acting).apply(queued)));
    }

    private static Route change(String verb, ChangeMessage.How how) {
        return new Route(
                HttpMethod.POST,
                MESSAGE + "/" + verb,
                Route.Input.NOTHING,
                call -> call.run(
                        new ChangeMessage(call.path("message"), how),
                        (acting, changed) -> Reply.ok(view(acting).apply(changed))));
    }

    private static Function<Message, ObjectNode> view(Acting acting) {
        Map<Id<GatewaySetup>, String> gateways = acting.stores().gateways().all().stream()
                .collect(Collectors.toMap(GatewaySetup::id, GatewaySetup::name));
        return message -> (ObjectNode) Json.tree(new OutboxView(
                message.id().toString(),
                message.content().kind(),
                to(acting, message),
                message.progress().state(),
                progress(message.progress(), gateways),
                times(message)));
    }

    private static To to(Acting acting, Message message) {
        Message.Recipient to = message.recipient();
        return new To(
                to.channel(),
                to.address(),
                to.user().map(user -> acting.name(PeopleKinds.USER, user)),
                message.content().language());
    }

    private static ProgressView progress(Message.Progress progress, Map<Id<GatewaySetup>, String> gateways) {
        return new ProgressView(
                progress.gateway().map(gateways::get),
                progress.attempts().count(),
                progress.attempts().doubtful(),
                known(progress.reference()),
                known(progress.reason()));
    }

    private static Times times(Message message) {
        return new Times(
                message.created(),
                message.progress().changed(),
                Optional.of(message.progress().attempts().next())
                        .filter(next -> message.progress().state() == State.QUEUED),
                message.expires());
    }

    private static Optional<String> known(String text) {
        return Optional.of(text).filter(there -> !there.isEmpty());
    }
}
