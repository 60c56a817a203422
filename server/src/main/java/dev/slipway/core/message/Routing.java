package dev.slipway.core.message;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message.Recipient;
import dev.slipway.base.fleet.messages.MessageKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which gateways may send a message, best first: the longest prefix that fits, then the rank, then the name. */
public record Routing(Suppliers suppliers) {
    /** All of {@code gateways} that may send it. */
    List<GatewaySetup> order(List<GatewaySetup> gateways, MessageKind kind, Recipient to) {
        return gateways.stream()
                .filter(gateway -> mayCarry(gateway, kind, to))
                .sorted(Comparator.comparingInt((GatewaySetup gateway) -> prefix(gateway, to))
                        .thenComparingInt(gateway -> gateway.use().rank())
                        .reversed()
                        .thenComparing(gateway -> gateway.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The best of them; refuses {@code message.no-gateway}. */
    public GatewaySetup first(List<GatewaySetup> gateways, MessageKind kind, Recipient to) {
        return order(gateways, kind, to).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "message.no-gateway",
                        "No gateway that is on sends %s by %s to %s: create one, or widen its prefixes and kinds."
                                .formatted(word(kind), word(to.channel()), to.address())));
    }

    /** Whether {@code other} is on and of the same channel. */
    boolean isAlike(GatewaySetup other, GatewaySetup gateway) {
        Optional<Channel> channel = suppliers.find(gateway.supplier()).map(Supplier::channel);
        return other.use().enabled()
                && channel.equals(suppliers.find(other.supplier()).map(Supplier::channel));
    }

    private boolean mayCarry(GatewaySetup gateway, MessageKind kind, Recipient to) {
        GatewaySetup.Use use = gateway.use();
        boolean speaks = suppliers
                .find(gateway.supplier())
                .filter(supplier -> supplier.channel() == to.channel())
                .isPresent();
        return speaks
                && use.enabled()
                && (use.kinds().isEmpty() || use.kinds().contains(kind))
                && prefix(gateway, to) >= 0;
    }

    /** Length of the prefix that fits; 0 when all numbers fit, -1 when none does. E-mail has no prefixes. */
    private static int prefix(GatewaySetup gateway, Recipient to) {
        List<String> prefixes = gateway.use().prefixes();
        return prefixes.isEmpty() || to.channel() == Channel.EMAIL
                ? 0
                : prefixes.stream()
                        .filter(to.address()::startsWith)
                        .mapToInt(String::length)
                        .max()
                        .orElse(-1);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
