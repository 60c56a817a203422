package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Message.State;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Outbox;
import dev.slipway.base.fleet.messages.Outbox.Due;
import dev.slipway.base.fleet.messages.Outbox.Settled;
import dev.slipway.base.fleet.messages.Outbox.Words;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.base.fleet.messages.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The outbox: what is queued is claimed by one, settled by who claimed it, and claimed again when that one is gone.
 */
class MessagesTest {
    private static final Instant NOON = House.NOON;
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(3));

    @AutoClose
    private final House house = new House();

    private GatewaySetup gateway;
    private Outbox outbox;

    @BeforeEach
    void open() {
        gateway = Samples.gateway(house.id(), "main");
        outbox = house.rooms().outgoing().outbox();
        house.change(stores -> stores.gateways().add(gateway));
    }

    @Test
    void a_gateway_is_kept_with_its_secrets_sealed() {
        assertThat(house.find(stores -> stores.gateways().named("MAIN"))).contains(gateway);
        assertThat(resting("message_gateway")).contains("+41").doesNotContain("hunter2");
        assertThat(house.ledger.lookups().gateway(gateway.id()).orElseThrow())
                .returns(house.tenant, owned -> owned.tenant())
                .returns(gateway, owned -> owned.record());
        PeopleTest.assertRefused(
                "fleet.duplicate",
                () -> house.change(stores -> stores.gateways().add(Samples.gateway(house.id(), "Main"))));
    }

    @Test
    void a_changed_gateway_counts_as_untested() {
        house.change(stores -> stores.gateways().noteTested(gateway.id(), NOON));
        assertThat(house.find(stores -> stores.gateways().tested(gateway.id()))).contains(NOON);

        house.change(stores -> stores.gateways().replace(gateway));
        assertThat(house.find(stores -> stores.gateways().tested(gateway.id()))).isEmpty();
    }

    @Test
    void a_template_of_ones_own_is_set_replaced_and_reset() {
        var key = new Wording.Key(MessageKind.TEST, Channel.EMAIL, "de-ch");
        house.change(stores -> stores.wordings().set(new Wording(key, "a", "b")));
        house.change(stores -> stores.wordings().set(new Wording(key, "c", "d")));

        assertThat(house.list(stores -> stores.wordings().all())).containsExactly(new Wording(key, "c", "d"));
        assertThat(house.did(stores -> stores.wordings().reset(key))).isTrue();
        assertThat(house.did(stores -> stores.wordings().reset(key))).isFalse();
    }

    @Test
    void a_queued_message_is_kept_as_it_is_and_its_variables_rest_sealed() {
        Message message = queue(NOON);

        assertThat(house.find(stores -> stores.messages().find(message.id()))).contains(message);
        assertThat(resting("message")).contains("+41791234567").doesNotContain("https://secret");
        assertThat(house.elsewhere(stores -> stores.messages().find(message.id()))
                        .isPresent())
                .isFalse();
    }

    @Test
    void a_message_is_due_at_its_time_and_claimed_once() {
        queue(NOON);
        queue(NOON.plusSeconds(60));

        assertThat(outbox.due(NOON.minusSeconds(1))).isEmpty();
        assertThat(outbox.due(NOON)).containsExactly(due());
        assertThat(claim(NOON)).hasSize(1);
        assertThat(claim(NOON)).isEmpty();
        assertThat(outbox.due(NOON)).isEmpty();
    }

    @Test
    void the_oldest_are_claimed_first_and_no_more_than_wanted() {
        Message late = queue(NOON.plusSeconds(2));
        Message early = queue(NOON.plusSeconds(1));

        assertThat(outbox.claim(due(), 1, new Outbox.Claim(LATER, LATER.plusSeconds(9))))
                .extracting(Message::id)
                .containsExactly(early.id());
        assertThat(claim(LATER)).extracting(Message::id).containsExactly(late.id());
    }

    @Test
    void a_claim_that_ends_is_claimed_again_and_counted_as_doubtful() {
        queue(NOON);
        assertThat(claim(NOON).getFirst().progress().attempts()).isEqualTo(new Message.Attempts(1, 0, LATER));

        assertThat(claim(LATER.minusNanos(1000))).isEmpty();
        assertThat(claim(LATER).getFirst().progress().attempts())
                .isEqualTo(new Message.Attempts(2, 1, LATER.plus(Duration.ofMinutes(3))));
    }

    @Test
    void who_was_given_up_settles_nothing_any_more() {
        queue(NOON);
        Message first = claim(NOON).getFirst();
        Message second = claim(LATER).getFirst();

        outbox.settle(List.of(settled(first, State.FAILED)));
        assertThat(state(first)).isEqualTo(State.SENDING);
        outbox.settle(List.of(settled(second, State.SENT)));
        assertThat(state(first)).isEqualTo(State.SENT);
    }

    @Test
    void variables_stay_for_who_sends_again_until_a_message_arrived() {
        queue(NOON);
        queue(NOON);
        List<Message> both =
                claim(NOON).stream().sorted(Comparator.comparing(Message::id)).toList();
        outbox.settle(List.of(settled(both.getFirst(), State.SENT), settled(both.getLast(), State.FAILED)));

        assertThat(found(both.getFirst()).content().variables()).containsKey("link");
        assertThat(found(both.getFirst()).progress().reference()).isEqualTo("their-1");
        assertThat(found(both.getLast()).content().variables()).containsKey("link");
        assertThat(note(Optional.of(both.getFirst().id()), "", State.DELIVERED)).isTrue();
        assertThat(found(both.getFirst()).content().variables()).isEmpty();
        assertThat(house.list(stores -> stores.messages().newest(List.of(State.FAILED))))
                .extracting(Message::id)
                .containsExactly(both.getLast().id());
    }

    @Test
    void a_receipt_is_noted_once_whatever_names_the_message() {
        queue(NOON);
        Message message = claim(NOON).getFirst();
        outbox.settle(List.of(settled(message, State.SENT)));

        assertThat(note(Optional.empty(), "unheard-of", State.DELIVERED)).isFalse();
        assertThat(note(Optional.empty(), "their-1", State.DELIVERED)).isTrue();
        assertThat(note(Optional.of(message.id()), "", State.FAILED)).isTrue();
        assertThat(state(message)).as("delivered is the end").isEqualTo(State.DELIVERED);
        assertThat(note(Optional.of(house.id()), "", State.DELIVERED)).isFalse();
    }

    @Test
    void a_receipt_that_comes_before_the_answer_holds() {
        queue(NOON);
        Message message = claim(NOON).getFirst();

        assertThat(note(Optional.of(message.id()), "", State.DELIVERED)).isTrue();
        outbox.settle(List.of(settled(message, State.SENT)));

        assertThat(state(message)).isEqualTo(State.DELIVERED);
        assertThat(claim(LATER)).isEmpty();
    }

    @Test
    void a_gateway_stays_while_messages_wait_for_it_and_leaves_those_that_are_done() {
        queue(NOON);
        PeopleTest.assertRefused(
                "gateway.in-use", () -> house.change(stores -> stores.gateways().remove(gateway.id())));
        Message message = claim(NOON).getFirst();
        outbox.settle(List.of(settled(message, State.SENT)));

        assertThat(house.did(stores -> stores.gateways().remove(gateway.id()))).isTrue();
        assertThat(found(message).progress().gateway()).isEmpty();
    }

    @Test
    void a_gateway_that_is_off_has_nothing_due() {
        queue(NOON);
        GatewaySetup.Use use = gateway.use();
        house.change(stores -> stores.gateways()
                .replace(new GatewaySetup(
                        gateway.id(),
                        gateway.name(),
                        gateway.supplier(),
                        gateway.settings(),
                        gateway.secrets(),
                        new GatewaySetup.Use(false, use.rank(), use.prefixes(), use.kinds(), use.perSecond()))));

        assertThat(outbox.due(NOON)).isEmpty();
    }

    private Message queue(Instant at) {
        Message message = Message.queued(
                house.id(),
                new Message.Content(MessageKind.ACTIVATION, "de", Map.of("link", new Secret("https://secret"))),
                new Message.Recipient(Channel.SMS, "+41791234567", Optional.empty()),
                gateway.id(),
                new Message.Life(at, at.plus(Duration.ofDays(1))));
        house.change(stores -> stores.messages().queue(message));
        return message;
    }

    private Due due() {
        return new Due(house.tenant, gateway);
    }

    private List<Message> claim(Instant now) {
        return outbox.claim(due(), 10, new Outbox.Claim(now, now.plus(Duration.ofMinutes(3))));
    }

    private Settled settled(Message message, State state) {
        return new Settled(
                house.tenant,
                message.id(),
                message.progress().attempts().count(),
                state,
                Optional.of(gateway.id()),
                new Words("their-1", "", LATER, LATER));
    }

    private boolean note(Optional<Id<Message>> message, String reference, State state) {
        return house.did(
                stores -> stores.messages().note(gateway.id(), new Receipt(message, reference, state, "", LATER)));
    }

    private Message found(Message message) {
        return house.find(stores -> stores.messages().find(message.id())).orElseThrow();
    }

    private State state(Message message) {
        return found(message).progress().state();
    }

    private String resting(String table) {
        return house.jdbi()
                .withHandle(handle -> handle.createQuery("select string_agg(cast(t as text), ' ') from " + table + " t")
                        .mapTo(String.class)
                        .one());
    }
}
