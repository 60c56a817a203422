package dev.slipway.base.fleet.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.acts.Activation;
import java.util.Collection;
import java.util.List;

/** The outbox of a tenant. */
public interface Messages extends Records<Message> {
    /** Most messages of one list; older ones are found by their user. */
    int LISTED_MAX = 1000;

    /** Puts one in, to be sent when this transaction commits and not before. */
    default void queue(Message message) {
        add(message);
    }

    /** Those about an activation, newest first. */
    List<Message> about(Id<Activation> activation);

    /** The newest in one of these states, newest first, at most {@value #LISTED_MAX}. */
    List<Message> newest(Collection<Message.State> states);

    /**
     * Notes what a supplier said about a message it was given. What was said before, or too late, changes nothing.
     * False when this gateway was given no such message.
     */
    boolean note(Id<GatewaySetup> gateway, Receipt receipt);
}
