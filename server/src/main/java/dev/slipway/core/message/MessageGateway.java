package dev.slipway.core.message;

import java.time.Duration;

/** Gives messages to one supplier, as it was set up. Used by many threads at once. */
public interface MessageGateway extends AutoCloseable {
    /** Longest that a gateway may take to say what came of it. */
    Duration SEND_WITHIN = Duration.ofSeconds(30);

    /** Gives it to the supplier; blocks for at most {@link #SEND_WITHIN}. */
    Outcome send(Outgoing message);

    /** Whether the supplier sends a message once, however often it is given it with the same reference. */
    boolean knowsRepeats();

    /** Gives back what it holds; nothing is sent any more. */
    @Override
    void close();
}
