package dev.slipway.base.fleet.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.people.User;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message in the outbox.
 *
 * @param expires when nobody wants it any more; then it is sent no more
 */
public record Message(
        Id<Message> id, Content content, Recipient recipient, Progress progress, Instant created, Instant expires)
        implements Identified<Message> {

    /** A new one, to be sent by {@code gateway} as soon as the transaction commits. */
    public static Message queued(
            Id<Message> id, Content content, Recipient recipient, Id<GatewaySetup> gateway, Life life) {
        var progress =
                new Progress(State.QUEUED, Optional.of(gateway), new Attempts(0, 0, life.from()), "", "", life.from());
        return new Message(id, content, recipient, progress, life.from(), life.until());
    }

    /** The same, taken back. */
    public Message canceled(Instant now) {
        var over = new Progress(State.CANCELED, progress.gateway(), progress.attempts(), progress.reference(), "", now);
        return new Message(id, content, recipient, over, created, expires);
    }

    /** From when until when it is wanted. */
    public record Life(Instant from, Instant until) {}

    /**
     * What it says: a template and its variables. The text is made when it is sent and kept nowhere.
     *
     * @param variables sealed where they rest, since links are among them; gone once it arrived or its time is over
     * @param activation that its link leads to
     */
    public record Content(
            MessageKind kind, String language, Map<String, Secret> variables, Optional<Id<Activation>> activation) {
        public Content {
            variables = Map.copyOf(variables);
        }

        /** One that is about no activation. */
        public Content(MessageKind kind, String language, Map<String, Secret> variables) {
            this(kind, language, variables, Optional.empty());
        }
    }

    /**
     * Whom it goes to.
     *
     * @param address phone number in E.164 with its plus, or e-mail address
     */
    public record Recipient(Channel channel, String address, Optional<Id<User>> user) {}

    /**
     * How far it is.
     *
     * @param gateway that sends or sent it; empty once that was removed
     * @param reference by which the supplier knows it; empty until it said one
     * @param reason why it is so, for a person; empty when there is nothing to say
     */
    public record Progress(
            State state,
            Optional<Id<GatewaySetup>> gateway,
            Attempts attempts,
            String reference,
            String reason,
            Instant changed) {}

    /**
     * How often it was tried.
     *
     * @param doubtful how many of them may have sent it without our knowing
     * @param next when it is due; while it is being sent, when whoever sends it is given up
     */
    public record Attempts(int count, int doubtful, Instant next) {}

    /** Where it is in its life. */
    public enum State {
        /** Waits for its time. */
        QUEUED,
        /** Somebody is at it. */
        SENDING,
        /** The supplier has it. */
        SENT,
        /** A receipt says that it arrived. */
        DELIVERED,
        /** Nobody knows whether the supplier has it. */
        UNKNOWN,
        /** The supplier will never send it. */
        FAILED,
        /** Its time was over before anybody sent it, or before it arrived. */
        EXPIRED,
        /** An administrator took it back. */
        CANCELED;

        /** Whether it may still be sent. */
        public boolean isWaiting() {
            return this == QUEUED || this == SENDING;
        }

        /** Whether somebody has to look at it. */
        public boolean isDead() {
            return this == UNKNOWN || this == FAILED || this == EXPIRED;
        }
    }
}
