package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outgoing;
import dev.slipway.core.message.Supplier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A supplier of short messages with an HTTP interface. */
public final class HttpSupplier implements Supplier {
    /** Those of data files. */
    private static final List<String> DESCRIBED =
            List.of("aspsms", "aspsms-xml", "clickatell", "clickatell-http", "kannel", "orange", "vonage");

    private static final Bytes NO_HEADER = Bytes.of(new byte[0]);

    private final HttpSpec.Title title;
    private final Function<Values, HttpSpec> spec;
    private final Caller caller;
    private final InstantSource clock;

    private HttpSupplier(HttpSpec.Title title, Function<Values, HttpSpec> spec, Caller caller, InstantSource clock) {
        this.title = title;
        this.spec = spec;
        this.caller = caller;
        this.clock = clock;
    }

    /** All of them, and the one whose gateways are described by their own settings. */
    public static List<Supplier> all(Caller caller, InstantSource clock) {
        Stream<Supplier> described = DESCRIBED.stream()
                .map(HttpSpec::read)
                .map(read -> new HttpSupplier(read.supplier(), values -> read, caller, clock));
        HttpSpec generic = HttpSpec.read("http");
        return Stream.concat(
                        described,
                        Stream.of(new HttpSupplier(
                                generic.supplier(), values -> GenericSpec.of(generic, values), caller, clock)))
                .toList();
    }

    @Override
    public String name() {
        return title.name();
    }

    @Override
    public String about() {
        return title.about();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public List<Field> fields() {
        return title.fields().stream().map(HttpSpec.FieldSpec::field).toList();
    }

    @Override
    public Carries carries(GatewaySetup setup) {
        return spec.apply(Values.of(setup, fields())).supplier().carries();
    }

    /** What the description makes of a message is tried once, so that a wrong setting is refused where it is made. */
    @Override
    public MessageGateway open(GatewaySetup setup) {
        Values values = Values.of(setup, fields());
        HttpSpec read = spec.apply(values);
        read.receipt().flatMap(HttpSpec.Told::signed).ifPresent(signed -> Signature.of(signed, values));
        read.login().ifPresent(login -> caller.request(login.call(), values));
        check(read.send(), values, new Outgoing.Text("", "example", Optional.empty()));
        Bytes octets = Bytes.of(new byte[] {1});
        read.binary().ifPresent(call -> check(call, values, new Outgoing.Text(new Outgoing.Octets(NO_HEADER, octets))));
        return new HttpGateway(
                read, values, caller, read.login().map(login -> new LoginToken(login, values, caller, clock)));
    }

    private void check(HttpSpec.Call call, Values values, Outgoing.Text text) {
        var example = new Outgoing(
                "0123456789abc",
                new Message.Recipient(Channel.SMS, "+41000000000", Optional.empty()),
                text,
                "https://example.com/receipt/x/y");
        caller.request(call, values.with(example, call.byAlphabet()).with(new Secret("example")));
    }

    @Override
    public Optional<String> warning(GatewaySetup setup) {
        return Values.of(setup, fields()).get("url").startsWith("http:")
                ? Optional.of("Messages, the links in them and the secrets of this gateway travel in clear.")
                : Optional.empty();
    }

    @Override
    public Optional<Receipt> receipt(GatewaySetup setup, Map<String, String> said, Instant at) {
        Values values = Values.of(setup, fields());
        return spec.apply(values)
                .receipt()
                .filter(told -> isSigned(told, values, said))
                .flatMap(told -> receipt(told, said, at));
    }

    private static boolean isSigned(HttpSpec.Told told, Values values, Map<String, String> said) {
        return told.signed()
                .flatMap(signed -> Signature.of(signed, values).map(signature -> signature.isOf(said, signed.place())))
                .orElse(true);
    }

    private static Optional<Receipt> receipt(HttpSpec.Told told, Map<String, String> said, Instant at) {
        Optional<Id<Message>> message = first(said, told.message()).flatMap(Id::parse);
        String reference = first(said, told.reference()).orElse("");
        return first(said, told.state())
                .flatMap(told::state)
                .filter(state -> message.isPresent() || !reference.isEmpty())
                .map(state -> new Receipt(
                        message, reference, state, first(said, told.reason()).orElse(""), at));
    }

    private static Optional<String> first(Map<String, String> said, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(said.get(name)).stream())
                .findFirst();
    }
}
