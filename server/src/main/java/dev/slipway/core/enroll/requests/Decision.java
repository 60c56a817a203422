package dev.slipway.core.enroll.requests;

import java.time.Instant;

/**
 * What was decided about a request, and the four steps that led there.
 *
 * @param since when it was first decided so
 * @param at when last
 * @param count how often, at least: a server that starts does not know how often it was before
 */
public record Decision(Instant since, Instant at, int count, Steps steps) {
    /** The same decision of two times. */
    Decision and(Decision later) {
        return new Decision(since, later.at, count + later.count, steps);
    }

    /**
     * What each step came to, in words; of words without end, such as the name of a file that somebody made up, the
     * beginning.
     *
     * @param identify what was claimed
     * @param admit who that is, or why nobody was let in
     * @param decide which document it must have now
     * @param answer what was sent
     */
    public record Steps(String identify, String admit, String decide, String answer) {
        /** The longest sentence of a refusal has some 300. */
        static final int CHARACTERS_MAX = 500;

        public Steps {
            identify = beginning(identify);
            admit = beginning(admit);
            decide = beginning(decide);
            answer = beginning(answer);
        }

        private static String beginning(String words) {
            return words.length() <= CHARACTERS_MAX ? words : words.substring(0, CHARACTERS_MAX);
        }
    }
}
