package dev.slipway.door.phone;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** How requests for files were answered, for {@code /metrics}. */
public final class PhoneCounts {
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    /** None yet. */
    public PhoneCounts() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** What an answer was made of. */
    public enum Kind {
        /** From memory: bytes, or that they did not change. */
        MEMORY,
        /** From memory, of an earlier time, since the database was not there. */
        LAST_KNOWN,
        /** From the store, as it was written before. */
        STORE,
        /** Merged and written anew. */
        MADE,
        /** Nothing: the one 404. */
        NOTHING,
        /** Told when to come back. */
        LATER
    }

    void count(Kind kind) {
        adder(kind).increment();
    }

    /** How many so far. */
    public long of(Kind kind) {
        return adder(kind).sum();
    }

    private LongAdder adder(Kind kind) {
        return Optional.ofNullable(counts.get(kind)).orElseThrow();
    }
}
