package dev.slipway.core.settings.merge;

import java.util.List;

/**
 * Where a value comes from: the candidate that gives it and, strongest first, those it beat.
 *
 * @param conflicts what a person should look at; a device is served all the same
 */
public record Trace<T extends Given>(Candidate<T> winner, List<Beaten<T>> beaten, List<Conflict<T>> conflicts) {
    public Trace {
        beaten = List.copyOf(beaten);
        conflicts = List.copyOf(conflicts);
    }

    /** A candidate that gives nothing, and why. */
    public record Beaten<T extends Given>(Candidate<T> candidate, Reason reason) {}

    /** The winner and another that says something else, with no clear decision of a person between them. */
    public record Conflict<T extends Given>(Candidate<T> other, Kind kind) {
        /** What kind of doubt it is. */
        public enum Kind {
            /** Equal rank in sibling groups: only the age decided. */
            SIBLING_GROUPS,
            /** The two come from different origins. */
            ORIGINS
        }
    }

    /** Why a candidate is beaten. */
    public enum Reason {
        /** A stronger layer says something. */
        STRONGER_LAYER("a stronger layer decides"),
        /** A stronger layer says that nothing is written. */
        UNMANAGED("a stronger layer leaves it unmanaged"),
        /** A weaker layer is final. */
        FINAL("a weaker layer is final"),
        /** The maker's own key stands in the same layer. */
        NATIVE("the maker's own key in the same layer decides"),
        RANK("a higher rank in the same layer decides"),
        OLDER("a newer assignment of the same rank decides"),
        ID("made at the same moment; the larger id decides"),
        EARLIER("the same profile says something else further down");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For the person who asks. */
        public String sentence() {
            return sentence;
        }
    }
}
