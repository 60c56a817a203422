package dev.slipway.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Message.State;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.fake.FakeSupplier;
import dev.slipway.fake.TestLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sender on a real outbox, with gateways that do what each test wants. */
class SenderTest {
    private final TestLedger house = new TestLedger();
    private final FakeSupplier supplier = new FakeSupplier();
    private final List<Sender> senders = new ArrayList<>();
    private final MessageCounts counts = new MessageCounts();
    private final GatewaySetup main = gateway("main", 9, 0);

    @AfterEach
    void close() {
        senders.forEach(Sender::close);
        house.close();
    }

    @Test
    void a_queued_message_is_written_when_it_is_sent_and_its_reference_is_ours() {
        Message message = queue("+41791234567");
        start();

        Message sent = in(State.SENT, message);

        assertThat(sent.progress().reference()).isEqualTo("ref-" + message.id());
        await().until(() -> counts.of(State.SENT) == 1);
        assertThat(supplier.given).singleElement().satisfies(given -> {
            assertThat(given.text()).isEqualTo("Testnachricht von it@default.example.com über main.");
            assertThat(given.message().reference()).isEqualTo(message.id().toString());
            assertThat(given.message().receipts()).startsWith("https://default.example.com/receipt/" + main.id() + "/");
        });
    }

    @Test
    void what_was_surely_not_sent_goes_by_the_next_gateway() {
        gateway("spare", 1, 0);
        supplier.behave("main", message -> new Outcome.NotSent("no route", Optional.empty()));
        Message message = queue("+41791234567");
        start();

        Message sent = in(State.SENT, message);

        assertThat(supplier.gateways()).containsExactly("main", "spare");
        assertThat(sent.progress().gateway()).contains(named("spare").id());
    }

    @Test
    void what_may_have_been_sent_is_unknown_and_nobody_sends_it_again() {
        gateway("spare", 1, 0);
        supplier.behave("main", message -> new Outcome.Unknown("no answer within 30 s"));
        Message message = queue("+41791234567");
        start();

        assertThat(in(State.UNKNOWN, message).progress().reason()).isEqualTo("no answer within 30 s");
        assertThat(supplier.gateways()).containsExactly("main");
    }

    @Test
    void a_supplier_that_knows_repeats_is_asked_again_after_a_while_and_no_other_one() {
        gateway("spare", 1, 0);
        supplier.knowRepeats();
        var calls = new AtomicInteger();
        supplier.behave(
                "main",
                message -> calls.incrementAndGet() == 1
                        ? new Outcome.Unknown("cut")
                        : new Outcome.NotSent("busy", Optional.empty()));
        Message message = queue("+41791234567");
        start();

        await().until(() -> found(message).progress().reason().equals("cut"));
        house.clock.pass(Duration.ofSeconds(13));

        await().until(() -> found(message).progress().reason().equals("busy"));
        assertThat(found(message).progress().attempts().doubtful()).isEqualTo(1);
        assertThat(supplier.gateways()).containsExactly("main", "main");
    }

    @Test
    void a_fault_of_a_gateway_leaves_its_message_unknown() {
        supplier.behave("main", message -> {
            throw new IllegalStateException("a fault of the test");
        });
        Message message = queue("+41791234567");
        start();

        assertThat(in(State.UNKNOWN, message).progress().reason()).contains("the log of the server");
    }

    @Test
    void a_refused_message_is_dead_and_says_why() {
        gateway("spare", 1, 0);
        supplier.behave("main", message -> new Outcome.Refused("7: number barred"));
        Message message = queue("+41791234567");
        start();

        assertThat(in(State.FAILED, message).progress().reason()).isEqualTo("7: number barred");
        assertThat(supplier.gateways()).containsExactly("main");
    }

    @Test
    void a_message_that_no_gateway_takes_waits_longer_each_time_and_expires() {
        supplier.behave("main", message -> new Outcome.NotSent("no route", Optional.empty()));
        Message message = queue("+41791234567");
        start();

        await().until(() -> found(message).progress().reason().equals("no route"));
        Duration first = wait(message);
        house.clock.pass(Duration.ofSeconds(13));
        await().until(() -> found(message).progress().attempts().count() == 2
                && found(message).progress().state() == State.QUEUED);

        assertThat(first).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(wait(message)).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        house.clock.pass(Duration.ofDays(1));
        in(State.EXPIRED, message);
    }

    @Test
    void a_text_longer_than_a_gateway_carries_goes_by_the_next_one_or_is_dead_and_says_why() {
        GatewaySetup spare = gateway("spare", 1, 0);
        var one = new Supplier.Carries(1, 1, false, false, true);
        supplier.carry("main", one);
        Message message = queue("x".repeat(200), "+41791234567");
        start();

        assertThat(in(State.SENT, message).progress().gateway()).contains(spare.id());
        assertThat(supplier.gateways()).containsExactly("spare");
        supplier.carry("spare", one);
        assertThat(in(State.FAILED, queue("y".repeat(200), "+41791234568"))
                        .progress()
                        .reason())
                .startsWith("message.not-carried")
                .contains("short messages");
    }

    @Test
    void a_binary_message_is_given_as_it_is() {
        Message message = queue(
                new Message.Content(
                        MessageKind.BOOTSTRAP, "en", new UserOctets("0605040b8423f00fe0", true).variables()),
                "+41791234567");
        start();

        in(State.SENT, message);
        assertThat(supplier.given.getFirst().message().text().octets())
                .hasValueSatisfying(octets -> assertThat(octets.whole().hex()).isEqualTo("0605040b8423f00fe0"));
    }

    @Test
    void a_variable_without_a_value_is_a_dead_letter_that_names_it() {
        Message message = queue(new Message.Content(MessageKind.TEST, "en", Map.of()), "+41791234567");
        start();

        assertThat(in(State.FAILED, message).progress().reason())
                .startsWith("message.variable-missing")
                .contains("${gateway}");
        assertThat(supplier.given).isEmpty();
    }

    @Test
    void a_gateway_with_a_limit_is_given_no_more_in_a_second() {
        gateway("slow", 20, 3);
        for (int i = 0; i < 5; i++) {
            queue("+4179000000" + i);
        }
        start();

        await().until(() -> states(State.SENT) == 3);
        assertThat(states(State.QUEUED)).isEqualTo(2);
        house.clock.pass(Duration.ofSeconds(1));
        await().until(() -> states(State.SENT) == 5);
    }

    @Test
    void a_gateway_that_fails_again_and_again_is_spared_and_the_next_one_used() {
        gateway("spare", 1, 0);
        supplier.behave("main", message -> new Outcome.NotSent("down", Optional.empty()));
        start();
        for (int i = 0; i < 12; i++) {
            in(State.SENT, queue("+4179000001" + i));
        }

        assertThat(supplier.gateways().stream().filter("main"::equals)).hasSize(Breaker.FAILURES_MAX);
        supplier.behave("main", message -> new Outcome.Taken(""));
        house.clock.pass(Breaker.PAUSE_FIRST);
        Message after = in(State.SENT, queue("+41790000099"));
        assertThat(after.progress().gateway()).contains(main.id());
    }

    @Test
    void a_gateway_without_credit_is_spared_at_once() {
        supplier.behave("main", message -> new Outcome.Broken("9: no credit"));
        Message first = queue("+41790000001");
        start();
        await().until(() -> found(first).progress().reason().equals("9: no credit"));
        Message later = queue("+41790000002");

        assertThat(found(later).progress().attempts().count()).isZero();
        assertThat(supplier.given).hasSize(1);
    }

    @Test
    void a_message_whose_sender_was_killed_is_sent_by_another_one_and_counted() throws InterruptedException {
        var hangs = new CountDownLatch(1);
        supplier.behave("main", message -> {
            await().until(() -> hangs.getCount() == 0);
            return new Outcome.Taken("first");
        });
        Message message = queue("+41791234567");
        start();
        await().until(() -> supplier.given.size() == 1);

        supplier.behave("main", one -> new Outcome.Taken("second"));
        house.clock.pass(Sender.CLAIM);
        start();

        Message sent = in(State.SENT, message);
        assertThat(sent.progress().attempts().doubtful()).isEqualTo(1);
        assertThat(sent.progress().reference()).isEqualTo("second");
        hangs.countDown();
    }

    @Test
    void two_senders_send_each_message_once() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            messages.add(queue("+417900" + (10_000 + i)));
        }
        start();
        start();

        await().until(() -> states(State.SENT) == messages.size());
        assertThat(supplier.given).hasSize(messages.size());
        assertThat(supplier.given.stream()
                        .map(given -> given.message().reference())
                        .distinct())
                .hasSize(messages.size());
    }

    private void start() {
        senders.add(Sender.start(
                new Sender.Rooms(
                        house.outbox,
                        house.ledger,
                        suppliers(),
                        id -> house.ledger.lookups().tenants().stream()
                                .filter(tenant -> tenant.id().equals(id))
                                .findFirst(),
                        new ReceiptAddress(TokenKey.derivedFrom(new SecretKeySpec(new byte[32], "AES"))),
                        counts),
                house.random,
                house.clock));
    }

    private Suppliers suppliers() {
        return new Suppliers(() -> List.of(supplier));
    }

    private GatewaySetup gateway(String name, int rank, int perSecond) {
        var setup = new GatewaySetup(
                Id.next(house.random),
                name,
                "fake",
                Map.of(),
                Map.of(),
                new GatewaySetup.Use(true, rank, List.of(), List.of(), perSecond));
        house.write(stores -> {
            stores.gateways().add(setup);
            return setup;
        });
        return setup;
    }

    private GatewaySetup named(String name) {
        return house.find(stores -> stores.gateways().named(name)).orElseThrow();
    }

    private Message queue(String number) {
        return queue("main", number);
    }

    private Message queue(String gateway, String number) {
        return queue(new Message.Content(MessageKind.TEST, "de-CH", Map.of("gateway", new Secret(gateway))), number);
    }

    private Message queue(Message.Content content, String number) {
        return house.write(stores -> {
            var to = new Message.Recipient(Channel.SMS, number, Optional.empty());
            GatewaySetup gateway =
                    new Routing(suppliers()).first(stores.gateways().all(), MessageKind.TEST, to);
            var life = new Message.Life(
                    house.clock.instant(), house.clock.instant().plus(Duration.ofDays(1)));
            Message message = Message.queued(Id.next(house.random), content, to, gateway.id(), life);
            stores.messages().queue(message);
            return message;
        });
    }

    private Message in(State state, Message message) {
        await().until(() -> found(message).progress().state() == state);
        return found(message);
    }

    private Duration wait(Message message) {
        return Duration.between(
                house.clock.instant(), found(message).progress().attempts().next());
    }

    private long states(State state) {
        return house.list(stores -> stores.messages().newest(List.of(state))).size();
    }

    private Message found(Message message) {
        return house.find(stores -> stores.messages().find(message.id())).orElseThrow();
    }
}
