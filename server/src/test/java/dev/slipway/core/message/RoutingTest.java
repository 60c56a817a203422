package dev.slipway.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message.Recipient;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.fake.FakeSupplier;
import dev.slipway.fake.Refusals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private final Routing routing = new Routing(new Suppliers(() -> List.of(new FakeSupplier())));

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
