package dev.slipway.door.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Outgoing;
import dev.slipway.door.gateway.http.OutboundHosts;
import dev.slipway.fake.FakeCenter;
import dev.slipway.fake.Refusals;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmppGatewayTest {
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private final AtomicInteger unknown = new AtomicInteger();
    private final SmppSupplier supplier = new SmppSupplier(new SmppSupplier.Means(
            new OutboundHosts(Set.of("127.0.0.1")),
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            InstantSource.system()));
    private int port;
    private FakeCenter center;
    private MessageGateway gateway;

    @BeforeEach
    void open() throws IOException {
        port = freePort();
        center = new FakeCenter(port);
        gateway = supplier.open(setup("secret", Map.of()), this::noted);
    }

    @AfterEach
    void close() {
        gateway.close();
        center.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The first ones are of messages that nobody knows yet. */
    private boolean noted(Receipt receipt) {
        if (unknown.getAndDecrement() > 0) {
            return false;
        }
        receipts.add(receipt);
        return true;
    }

    private GatewaySetup setup(String password, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "host", "127.0.0.1", "port", Integer.toString(port), "system_id", "slipway", "from", "+41790000000"));
        settings.putAll(more);
        return new GatewaySetup(
                new Id<>(1),
                "main",
                "smpp",
                settings,
                Map.of("password", new Secret(password)),
                new GatewaySetup.Use(true, 0, List.of(), List.of(), 0));
    }

    private Outcome send(String number, String text) {
        return gateway.send(new Outgoing(
                "ref",
                new Message.Recipient(Channel.SMS, number, Optional.empty()),
                new Outgoing.Text("", text, Optional.empty()),
                ""));
    }

    private static String reference(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return ((Outcome.Taken) outcome).reference();
    }

    @Test
    void a_message_is_taken_and_its_receipt_names_it() {
        String reference = reference(send("+41791234500", "Hello @ you"));

        assertThat(center.taken()).containsExactly("41791234500 00 00 48656c6c6f200020796f75");
        await().until(() -> receipts.size() == 1);
        assertThat(receipts.getFirst().reference()).isEqualTo(reference);
        assertThat(receipts.getFirst().state()).isEqualTo(Message.State.DELIVERED);
    }

    @Test
    void a_binary_message_goes_as_octets_with_its_header() {
        var octets = new Outgoing.Octets(
                Bytes.of(HexFormat.of().parseHex("0605040b8423f0")),
                Bytes.of(HexFormat.of().parseHex("0fe0")));
        gateway.send(new Outgoing(
                "ref",
                new Message.Recipient(Channel.SMS, "+41791234503", Optional.empty()),
                new Outgoing.Text(octets),
                ""));

        assertThat(center.taken()).containsExactly("41791234503 40 04 0605040b8423f00fe0");
    }

    @Test
    void what_the_alphabet_lacks_goes_as_ucs_2() {
        send("+41791234503", "Привет");

        assertThat(center.taken()).containsExactly("41791234503 00 08 041f04400438043204350442");
    }

    @Test
    void a_long_text_goes_in_parts_that_say_where_they_belong() {
        send("+41791234500", "x".repeat(161));

        assertThat(center.taken()).hasSize(2).allMatch(part -> part.startsWith("41791234500 40 00 050003"));
        assertThat(center.taken().get(0)).contains("0201" + "78".repeat(153));
        assertThat(center.taken().get(1)).endsWith("0202" + "78".repeat(8));
        await().until(() -> !receipts.isEmpty());
        assertThat(receipts).hasSize(1);
    }

    @Test
    void throttled_is_not_sent_and_may_be_later() {
        assertThat(send("+41791234501", "Hi")).isInstanceOf(Outcome.NotSent.class);
        assertThat(send("+41791234501", "Hi")).isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void a_number_that_is_none_is_refused_for_good() {
        assertThat(send("+41791234502", "Hi"))
                .isEqualTo(new Outcome.Refused("destination address is invalid (0x0000000b)"));
    }

    @Test
    void an_answer_that_is_lost_with_its_connection_leaves_it_unknown_and_the_next_one_binds_again() {
        assertThat(send("+41791234507", "Hi")).isInstanceOf(Outcome.Unknown.class);
        assertThat(send("+41791234500", "Hi")).isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void a_receipt_before_its_message_is_known_is_asked_for_again() {
        unknown.set(1);
        String reference = reference(send("+41791234500", "Hi"));

        await().until(() -> receipts.size() == 1);
        assertThat(receipts.getFirst().reference()).isEqualTo(reference);
    }

    @Test
    void a_receipt_told_twice_does_no_harm() {
        send("+41791234504", "Hi");

        await().until(() -> receipts.size() == 2);
        assertThat(receipts.stream().map(Receipt::reference).distinct()).hasSize(1);
    }

    @Test
    void many_go_at_once_over_one_session() {
        List<Outcome> outcomes = IntStream.range(0, 200)
                .parallel()
                .mapToObj(number -> send("+4179%05d00".formatted(number), "Hi"))
                .toList();

        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Taken.class);
        assertThat(outcomes.stream().map(SmppGatewayTest::reference).distinct()).hasSize(200);
    }

    @Test
    void a_wrong_password_breaks_the_gateway_and_a_center_that_is_not_there_does_not() {
        try (MessageGateway wrong = supplier.open(setup("wrong", Map.of()), this::noted)) {
            assertThat(wrong.send(new Outgoing(
                            "ref",
                            new Message.Recipient(Channel.SMS, "+41791234500", Optional.empty()),
                            new Outgoing.Text("", "Hi", Optional.empty()),
                            "")))
                    .isInstanceOf(Outcome.Broken.class);
        }
        center.close();
        gateway.close();
        gateway = supplier.open(setup("secret", Map.of()), this::noted);
        assertThat(send("+41791234500", "Hi")).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void settings_that_no_center_takes_are_refused() {
        assertThat(Refusals.codeOf(() -> supplier.open(setup("longer than eight", Map.of()))))
                .isEqualTo("gateway.field-invalid");
        assertThat(Refusals.codeOf(() -> supplier.open(setup("secret", Map.of("port", "0")))))
                .isEqualTo("gateway.field-invalid");
        assertThat(Refusals.codeOf(() -> supplier.open(setup("secret", Map.of("security", "perhaps")))))
                .isEqualTo("gateway.field-invalid");
        assertThat(Refusals.codeOf(() -> supplier.open(setup("secret", Map.of("from", "far too long a name")))))
                .isEqualTo("gateway.field-invalid");
        assertThat(supplier.warning(setup("secret", Map.of()))).isPresent();
        assertThat(supplier.warning(setup("secret", Map.of("security", "tls")))).isEmpty();
    }
}
