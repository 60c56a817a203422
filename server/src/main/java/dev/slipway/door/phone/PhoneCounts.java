package dev.slipway.door.phone;

import java.util.concurrent.atomic.LongAdder;

/** How requests for files were answered, for {@code /metrics}. */
public final class PhoneCounts {
    private final LongAdder[] counts = new LongAdder[Kind.values().length];

    /** None yet. */
    public PhoneCounts() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
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
        counts[kind.ordinal()].increment();
    }

    /** How many so far. */
    public long of(Kind kind) {
        return counts[kind.ordinal()].sum();
    }
}
