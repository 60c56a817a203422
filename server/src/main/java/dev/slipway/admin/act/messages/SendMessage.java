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
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.message.BootstrapText;
import dev.slipway.core.message.UserOctets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a user the line that an empty device learns its server from, or user data as it is.
 *
 * @param user login or id
 * @param fingerprint of the root key, which the line names
 */
public record SendMessage(String user, Channel channel, Tenant tenant, String fingerprint, Optional<UserOctets> data)
        implements Command<Message> {
    /** Whoever has not got it by then asks again. */
    private static final Duration LIFE = Duration.ofDays(1);

    /** What is no text does to a phone what it likes: that is for those who set up gateways. */
    @Override
    public Area area() {
        return data.isPresent() ? Area.GATEWAYS : Area.MESSAGES;
    }

    @Override
    public Act act(Acting acting) {
        return new Act("message.send", acting.find(PeopleKinds.USER, user).login());
    }

    @Override
    public Message run(Acting acting) {
        if (data.isPresent() && channel != Channel.SMS) {
            throw new Refusal("message.user-data", "User data travels by sms only.");
        }
        User found = acting.find(PeopleKinds.USER, user);
        return new Posting(acting, found, channel)
                .queue(
                        new Message.Content(
                                MessageKind.BOOTSTRAP,
                                found.person().locale(),
                                data.map(UserOctets::variables).orElseGet(() -> variables(found))),
                        acting.now().plus(LIFE));
    }

    private Map<String, Secret> variables(User found) {
        var variables = new HashMap<>(Posting.person(found));
        variables.put("link", new Secret(tenant.publicUrl() + "/get"));
        variables.put("text", new Secret(BootstrapText.byHost(tenant, fingerprint)));
        return variables;
    }
}
