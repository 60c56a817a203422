package dev.slipway.core.enroll.requests;

import java.time.Instant;

/**
 * One request and the four steps that it took.
 *
 * @param at of the newest of equal ones
 * @param count how many equal ones there were, one after the other
 */
public record Decision(Instant at, Steps steps, int count) {
    /**
     * What each step came to, in words.
     *
     * @param identify what was claimed
     * @param admit who that is, or why nobody was let in
     * @param decide which document it must have now
     * @param answer what was sent
     */
    public record Steps(String identify, String admit, String decide, String answer) {}

    /** The same decision once more. */
    Decision again(Instant now) {
        return new Decision(now, steps, count + 1);
    }
}
