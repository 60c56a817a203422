package dev.slipway.door.phone.pnp;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many datagrams ended how. Whoever gets nothing is not told, so counting is all that is seen of them. */
public final class PnpCounts {
    private final Map<End, LongAdder> counts = new EnumMap<>(End.class);

    /** Nothing counted yet. */
    public PnpCounts() {
        for (End end : End.values()) {
            counts.put(end, new LongAdder());
        }
    }

    /** How a datagram ended. */
    public enum End {
        /** An expected device was sent a bootstrap address. */
        GIVEN,
        /** It is no SIP message within the limits. */
        MALFORMED,
        /** It asks for something else. */
        OTHER,
        /** The phone says no MAC address. */
        NO_MAC,
        /** The maker is on no list. */
        MAKER,
        /** The same phone asked too often. */
        TOO_OFTEN,
        /** No tenant is named for the interface, and there are several. */
        NO_TENANT,
        /** No device of that MAC address is expected. */
        UNEXPECTED
    }

    void add(End end) {
        counter(end).increment();
    }

    /** How many ended so. */
    public long of(End end) {
        return counter(end).sum();
    }

    private LongAdder counter(End end) {
        return Objects.requireNonNull(counts.get(end));
    }
}
