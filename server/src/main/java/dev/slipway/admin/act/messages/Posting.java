package dev.slipway.admin.act.messages;

import dev.slipway.admin.act.Acting;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.message.Routing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts messages to a user into the outbox, inside an act.
 *
 * @param gateways all of the tenant
 */
public record Posting(Acting acting, List<GatewaySetup> gateways, User user, Channel channel) {
    public Posting {
        gateways = List.copyOf(gateways);
    }

    /** To one user. */
    public Posting(Acting acting, User user, Channel channel) {
        this(acting, acting.stores().gateways().all(), user, channel);
    }

    /** Refuses {@code message.no-address}, {@code message.no-gateway} and {@code message.not-carried}. */
    public Message queue(Message.Content content, Instant until) {
        Message message = Message.queued(
                acting.newId(),
                content,
                recipient(),
                new Routing(acting.means().suppliers())
                        .first(gateways, content, recipient())
                        .id(),
                new Message.Life(acting.now(), until));
        acting.stores().messages().queue(message);
        return message;
    }

    /** Who would carry one of that kind; refuses as {@link #queue}. */
    public GatewaySetup gateway(MessageKind kind) {
        return new Routing(acting.means().suppliers()).first(gateways, kind, recipient());
    }

    private Message.Recipient recipient() {
        String address =
                switch (channel) {
                    case SMS -> user.person().phone();
                    case EMAIL -> user.person().email();
                };
        if (address.isEmpty()) {
            throw new Refusal(
                    "message.no-address",
                    switch (channel) {
                        case SMS -> "The user has no phone number: add it, or send an e-mail.";
                        case EMAIL -> "The user has no e-mail address: add it, or send an SMS.";
                    });
        }
        return new Message.Recipient(channel, address, Optional.of(user.id()));
    }

    /** What every message may say of its user. */
    public static Map<String, Secret> person(User user) {
        String name =
                user.person().name().isEmpty() ? user.login() : user.person().name();
        return Map.of("user.name", new Secret(name), "user.login", new Secret(user.login()));
    }
}
