package dev.slipway.core.message;

import dev.slipway.base.fleet.messages.Message;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many attempts of this server ended how, since it started. */
public final class MessageCounts {
    private final Map<Message.State, LongAdder> counts = new EnumMap<>(Message.State.class);

    /** Nothing counted yet. */
    public MessageCounts() {
        for (Message.State state : Message.State.values()) {
            counts.put(state, new LongAdder());
        }
    }

    void add(Message.State state) {
        counter(state).increment();
    }

    /** How many left their message in that state; {@code QUEUED} are those that are tried again. */
    public long of(Message.State state) {
        return counter(state).sum();
    }

    private LongAdder counter(Message.State state) {
        return Objects.requireNonNull(counts.get(state));
    }
}
