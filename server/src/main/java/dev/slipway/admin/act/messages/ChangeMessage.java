package dev.slipway.admin.act.messages;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Message.Progress;
import dev.slipway.base.fleet.messages.Message.State;
import dev.slipway.core.message.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a waiting message back, or sends a dead one again.
 *
 * @param message its id
 */
public record ChangeMessage(String message, How how) implements Command<Message> {
    private static final Duration LIFE = Duration.ofDays(1);

    /** What is done with it. */
    public enum How {
        RETRY,
        CANCEL
    }

    @Override
    public Area area() {
        return Area.MESSAGES;
    }

    @Override
    public Act act(Acting acting) {
        return switch (how) {
            case RETRY -> new Act("message.retry", found(acting).id().toString());
            case CANCEL -> new Act("message.cancel", found(acting).id().toString());
        };
    }

    @Override
    public Message run(Acting acting) {
        Message before = acting.stores().messages().locked(found(acting).id()).orElseThrow(ChangeMessage::unknown);
        Message after =
                switch (how) {
                    case RETRY -> again(acting, before);
                    case CANCEL -> canceled(acting, before);
                };
        acting.stores().messages().replace(after);
        return after;
    }

    /** The message of that id, if it is within reach. */
    public static Message find(Acting acting, String id) {
        return Id.<Message>parse(id)
                .flatMap(acting.stores().messages()::find)
                .filter(found -> isWithin(acting, found))
                .orElseThrow(ChangeMessage::unknown);
    }

    /** Whether the caller may act on it: all, or those to users of its groups. */
    public static boolean isWithin(Acting acting, Message message) {
        return acting.reach().coversEverything()
                || message.recipient().user().filter(acting.reach()::coversUser).isPresent();
    }

    private Message found(Acting acting) {
        return find(acting, message);
    }

    private Message again(Acting acting, Message before) {
        if (!before.progress().state().isDead()) {
            throw new Refusal(
                    "message.not-dead",
                    "Only a message that is failed, expired or unknown is sent again; this one is %s."
                            .formatted(word(before.progress().state())));
        }
        if (before.content().variables().isEmpty()) {
            throw new Refusal("message.too-old", "Its links are over and were erased: send a new one.");
        }
        GatewaySetup gateway = new Routing(acting.means().suppliers())
                .first(acting.stores().gateways().all(), before.content(), before.recipient());
        Instant now = acting.now();
        Instant usual = now.plus(LIFE);
        return new Message(
                before.id(),
                before.content(),
                before.recipient(),
                new Progress(
                        State.QUEUED,
                        Optional.of(gateway.id()),
                        new Message.Attempts(
                                before.progress().attempts().count(),
                                before.progress().attempts().doubtful(),
                                now),
                        "",
                        "",
                        now),
                before.created(),
                before.expires().isAfter(usual) ? before.expires() : usual);
    }

    /** What is being sent cannot be caught any more. */
    private static Message canceled(Acting acting, Message before) {
        State state = before.progress().state();
        if (state != State.QUEUED && !state.isDead()) {
            throw new Refusal(
                    "message.too-late",
                    "Only a message that waits or is dead can be taken back; this one is %s.".formatted(word(state)));
        }
        return before.canceled(acting.now());
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Refusal unknown() {
        return new Refusal("fleet.unknown", "There is no such message here; list them to see what there is.");
    }
}
