package dev.slipway.bootloader.protocol.polling;

import java.time.Instant;

/**
 * What a device must remember to know its next poll.
 *
 * @param polls how many polls it made under this plan, from 0
 * @param planSet when the plan was set or last changed
 * @param lastContact the last poll; before the first one, when the program started
 */
public record PollState(long polls, Instant planSet, Instant lastContact) {
    public PollState {
        if (polls < 0) {
            throw new IllegalArgumentException("polls are counted from 0");
        }
    }

    /** The state of a device that takes a plan at {@code now}. */
    public static PollState fresh(Instant now) {
        return new PollState(0, now, now);
    }

    /** The state after one poll more, made at {@code at}. */
    public PollState polled(Instant at) {
        return new PollState(polls + 1, planSet, at);
    }

    /** What slots are counted from. A clock that was set back must not postpone polls to a future that has passed. */
    Instant anchor(Instant now) {
        Instant latest = planSet.isAfter(lastContact) ? planSet : lastContact;
        return latest.isAfter(now) ? now : latest;
    }
}
