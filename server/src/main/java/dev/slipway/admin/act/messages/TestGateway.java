package dev.slipway.admin.act.messages;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Caller;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.core.message.GatewayTest;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Supplier;
import java.util.Locale;
import java.util.Optional;

/** Sends a test message by one gateway, now and not by the outbox, and says what its supplier answered. */
public record TestGateway(Acts acts, Tenant tenant) {
    /**
     * What came of it.
     *
     * @param outcome taken, refused, not-sent, broken or unknown
     * @param reason the supplier's words; empty when it was taken
     */
    public record Report(String gateway, String outcome, String reason) {}

    /**
     * Sends one to a phone number or an e-mail address. Refuses {@code fleet.unknown} and a wrong address; blocks.
     */
    public Report run(Caller caller, String gateway, String to, String language) {
        acts.allow(caller, Area.GATEWAYS);
        GatewaySetup setup = acts.see(caller, Area.GATEWAYS, acting -> acting.find(MessageKinds.GATEWAY, gateway));
        Supplier supplier = acts.means().suppliers().named(setup.supplier());
        var test = new GatewayTest(tenant, setup, Id.next(acts.means().random()));
        Outcome outcome = test.send(supplier, recipient(supplier.channel(), to), language);
        boolean taken = outcome instanceof Outcome.Taken;
        acts.ledger().write(caller.tenant(), caller.actor(), new Act("gateway.test", setup.name()), stores -> {
            if (taken) {
                stores.gateways().noteTested(setup.id(), acts.means().clock().instant());
            }
            return taken;
        });
        String kind = outcome.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return new Report(setup.name(), kind.toLowerCase(Locale.ROOT), GatewayTest.reason(outcome));
    }

    private static Message.Recipient recipient(Channel channel, String to) {
        String address =
                switch (channel) {
                    case SMS -> Shape.PHONE.check(to);
                    case EMAIL -> Shape.EMAIL.check(to);
                };
        return new Message.Recipient(channel, address, Optional.empty());
    }
}
