package dev.slipway.door.portal;

import java.util.concurrent.atomic.LongAdder;

/**
 * How polls were answered, for {@code /metrics}.
 *
 * @param notModified 304 from memory
 * @param whole 200 from memory
 * @param made merged again, whether or not the content was new
 * @param refused no token, an unknown one, or too many unknown ones at once
 */
public record PollCounts(LongAdder notModified, LongAdder whole, LongAdder made, LongAdder refused) {
    /** None yet. */
    public PollCounts() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
