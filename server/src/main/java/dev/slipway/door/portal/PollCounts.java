package dev.slipway.door.portal;

import java.util.concurrent.atomic.LongAdder;

/**
 * How polls were answered, for {@code /metrics}.
 *
 * @param notModified 304 from memory
 * @param whole 200 from memory
 * @param made merged again, whether or not the content was new
 * @param refused no token, an unknown one, or too many unknown ones at once
 * @param later told to come again, since more bundles would have to be made than can be
 */
public record PollCounts(LongAdder notModified, LongAdder whole, LongAdder made, LongAdder refused, LongAdder later) {
    /** None yet. */
    public PollCounts() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
