package dev.slipway.bootloader.fake;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

/** What a portal does wrong, until it is told otherwise. */
public final class Mischief {
    /**
     * From the length of an answer's body to the byte before which its connection is cut;
     * the length itself cuts nothing.
     */
    public final AtomicReference<LongUnaryOperator> cut = new AtomicReference<>(length -> length);

    /** How many of the next artifact answers have one byte changed. */
    public final AtomicInteger changed = new AtomicInteger();

    /** How many of the next log-ons are throttled, with a Retry-After of one second. */
    public final AtomicInteger throttled = new AtomicInteger();

    /** How many of the next bundle questions get 503 and a Retry-After of 120 seconds. */
    public final AtomicInteger busy = new AtomicInteger();

    /** How many of the next reports are taken and then not answered. */
    public final AtomicInteger lostReports = new AtomicInteger();

    /** A body to send instead of the bundle. */
    public final AtomicReference<Optional<byte[]>> bundle = new AtomicReference<>(Optional.empty());

    static boolean next(AtomicInteger count) {
        return count.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
