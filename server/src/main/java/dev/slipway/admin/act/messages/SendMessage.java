package dev.slipway.admin.act.messages;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.message.BootstrapText;
import dev.slipway.core.message.Routing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a user the line that an empty device learns its server from.
 *
 * @param user login or id
 * @param fingerprint of the root key, which the line names
 */
public record SendMessage(String user, Channel channel, Tenant tenant, String fingerprint) implements Command<Message> {
    /** Whoever has not got it by then asks again. */
    private static final Duration LIFE = Duration.ofDays(1);

    @Override
    public Area area() {
        return Area.MESSAGES;
    }

    @Override
    public Act act(Acting acting) {
        return new Act("message.send", acting.find(PeopleKinds.USER, user).login());
    }

    @Override
    public Message run(Acting acting) {
        User found = acting.find(PeopleKinds.USER, user);
        var to = new Message.Recipient(channel, address(found), Optional.of(found.id()));
        GatewaySetup gateway = new Routing(acting.means().suppliers())
                .first(acting.stores().gateways().all(), MessageKind.BOOTSTRAP, to);
        Message message = Message.queued(
                acting.newId(),
                new Message.Content(MessageKind.BOOTSTRAP, found.person().locale(), variables(found)),
                to,
                gateway.id(),
                new Message.Life(acting.now(), acting.now().plus(LIFE)));
        acting.stores().messages().queue(message);
        return message;
    }

    private Map<String, Secret> variables(User found) {
        String name =
                found.person().name().isEmpty() ? found.login() : found.person().name();
        return Map.of(
                "user.name", new Secret(name),
                "user.login", new Secret(found.login()),
                "link", new Secret(tenant.publicUrl() + "/get"),
                "text", new Secret(BootstrapText.byHost(tenant, fingerprint)));
    }

    private String address(User found) {
        String address =
                switch (channel) {
                    case SMS -> found.person().phone();
                    case EMAIL -> found.person().email();
                };
        if (address.isEmpty()) {
            throw new Refusal(
                    "message.no-address",
                    switch (channel) {
                        case SMS -> "The user has no phone number: add it, or send an e-mail.";
                        case EMAIL -> "The user has no e-mail address: add it, or send an SMS.";
                    });
        }
        return address;
    }
}
