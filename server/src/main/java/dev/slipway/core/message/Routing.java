package dev.slipway.core.message;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
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

    /** The best of them for any text; refuses {@code message.no-gateway}. */
    public GatewaySetup first(List<GatewaySetup> gateways, MessageKind kind, Recipient to) {
        return some(gateways, kind, to).getFirst();
    }

    /** The best of them for this message; refuses {@code message.no-gateway} and {@code message.not-carried}. */
    public GatewaySetup first(List<GatewaySetup> gateways, Message.Content content, Recipient to) {
        Need need = Need.of(content);
        return some(gateways, content.kind(), to).stream()
                .filter(gateway -> lacking(gateway, need).isEmpty())
                .findFirst()
                .orElseThrow(() -> notCarried(need, to));
    }

    private List<GatewaySetup> some(List<GatewaySetup> gateways, MessageKind kind, Recipient to) {
        List<GatewaySetup> some = order(gateways, kind, to);
        if (some.isEmpty()) {
            throw new Refusal(
                    "message.no-gateway",
                    "No gateway that is on sends %s by %s to %s: create one, or widen its prefixes and kinds."
                            .formatted(word(kind), word(to.channel()), to.address()));
        }
        return some;
    }

    /** What a gateway cannot carry of a message; empty when it can, or nobody knows its supplier any more. */
    Optional<String> lacking(GatewaySetup gateway, Need need) {
        return suppliers.find(gateway.supplier()).flatMap(supplier -> need.lacking(supplier.carries(gateway)));
    }

    /** The refusal of a message that gateways are there for, but none that can carry it. */
    static Refusal notCarried(Need need, Recipient to) {
        String what = need.lacking(Supplier.Carries.LETTERS).orElse("it");
        return new Refusal(
                "message.not-carried",
                "No gateway that may send to %s carries %s: create one of a supplier that does."
                        .formatted(to.address(), what));
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
