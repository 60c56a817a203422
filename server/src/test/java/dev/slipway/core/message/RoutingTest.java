package dev.slipway.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Message.Recipient;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.fake.FakeSupplier;
import dev.slipway.fake.Refusals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
    private final FakeSupplier supplier = new FakeSupplier();
    private final Routing routing = new Routing(new Suppliers(() -> List.of(supplier)));

    @Test
    void the_longest_prefix_beats_the_rank_and_the_rank_the_name() {
        var all = List.of(
                gateway("any", new GatewaySetup.Use(true, 9, List.of(), List.of(), 0)),
                gateway("swiss", new GatewaySetup.Use(true, 1, List.of("+41", "+423"), List.of(), 0)),
                gateway("mobile", new GatewaySetup.Use(true, 0, List.of("+4179"), List.of(), 0)),
                gateway("Basic", new GatewaySetup.Use(true, 9, List.of(), List.of(), 0)),
                gateway("austria", new GatewaySetup.Use(true, 9, List.of("+43"), List.of(), 0)),
                gateway("off", new GatewaySetup.Use(false, 9, List.of("+4179123"), List.of(), 0)));

        assertThat(order(all, MessageKind.ACTIVATION, sms("+41791234567")))
                .containsExactly("mobile", "swiss", "any", "Basic");
        assertThat(order(all, MessageKind.ACTIVATION, sms("+4312345678"))).containsExactly("austria", "any", "Basic");
    }

    @Test
    void a_gateway_takes_its_kinds_and_its_channel_only() {
        var all =
                List.of(gateway("codes", new GatewaySetup.Use(true, 0, List.of(), List.of(MessageKind.ACTIVATION), 0)));

        assertThat(order(all, MessageKind.ACTIVATION, sms("+41791234567"))).containsExactly("codes");
        assertThat(Refusals.of(() -> routing.first(all, MessageKind.INSTALLATION, sms("+41791234567"))))
                .returns("message.no-gateway", refusal -> refusal.code())
                .extracting(refusal -> refusal.sentence())
                .asString()
                .contains("installation by sms to +41791234567");
        assertThat(order(
                        all, MessageKind.ACTIVATION, new Recipient(Channel.EMAIL, "ann@example.com", Optional.empty())))
                .isEmpty();
    }

    @Test
    void a_binary_message_goes_by_a_gateway_that_carries_it_or_is_refused() {
        var use = new GatewaySetup.Use(true, 0, List.of(), List.of(), 0);
        var all = List.of(gateway("a-texts", use), gateway("b-plain", use), gateway("c-all", use));
        supplier.carry("a-texts", new Supplier.Carries(10, 10, false, false, true));
        supplier.carry("b-plain", new Supplier.Carries(10, 10, true, false, true));
        Recipient to = sms("+41791234567");

        assertThat(routing.first(all, content(new UserOctets("0fe0", false)), to)
                        .name())
                .isEqualTo("b-plain");
        assertThat(routing.first(all, content(new UserOctets("0605040b8423f00fe0", true)), to)
                        .name())
                .isEqualTo("c-all");
        assertThat(Refusals.of(() -> routing.first(all.subList(0, 1), content(new UserOctets("0fe0", false)), to)))
                .returns("message.not-carried", refusal -> refusal.code())
                .extracting(refusal -> refusal.sentence())
                .asString()
                .contains("binary messages");
    }

    @ParameterizedTest
    @CsvSource({"'', false", "0, false", "zz, false", "05, true", "ff00, true"})
    void user_data_that_no_short_message_holds_is_refused(String hex, boolean header) {
        assertThat(Refusals.codeOf(() -> new UserOctets(hex, header).variables()))
                .isEqualTo("message.user-data");
        assertThat(Refusals.codeOf(() -> new UserOctets("00".repeat(141), false).variables()))
                .isEqualTo("message.user-data");
        assertThat(new UserOctets("00".repeat(140), false).variables()).hasSize(1);
    }

    private static Message.Content content(UserOctets data) {
        return new Message.Content(MessageKind.BOOTSTRAP, "en", data.variables());
    }

    private List<String> order(List<GatewaySetup> all, MessageKind kind, Recipient to) {
        return routing.order(all, kind, to).stream().map(GatewaySetup::name).toList();
    }

    private static Recipient sms(String number) {
        return new Recipient(Channel.SMS, number, Optional.empty());
    }

    private static GatewaySetup gateway(String name, GatewaySetup.Use use) {
        return new GatewaySetup(new Id<>(1), name, "fake", Map.of(), Map.of(), use);
    }
}
