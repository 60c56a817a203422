package dev.slipway.core.message;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A test message by one gateway, outside of the outbox: nobody is told later what became of it. */
public record GatewayTest(Tenant tenant, GatewaySetup setup, Id<Message> id) {
    /** Sends it; blocks. */
    public Outcome send(Supplier supplier, Message.Recipient to, String language) {
        var content = new Message.Content(MessageKind.TEST, language, Map.of("gateway", new Secret(setup.name())));
        Message message = Message.queued(id, content, to, setup.id(), new Message.Life(Instant.EPOCH, Instant.EPOCH));
        Outgoing.Text text = new Writing(tenant, List.of()).text(message);
        try (MessageGateway gateway = supplier.open(setup)) {
            return gateway.send(new Outgoing(id.toString(), to, text, tenant.publicUrl() + ReceiptAddress.PATH));
        }
    }

    /** What there is to say about an outcome; empty for nothing. */
    public static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken taken -> "";
            case Outcome.Refused refused -> refused.reason();
            case Outcome.NotSent notSent -> notSent.reason();
            case Outcome.Broken broken -> broken.reason();
            case Outcome.Unknown unknown -> unknown.reason();
        };
    }
}
