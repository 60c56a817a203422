package dev.slipway.core.settings.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What changes in a file when a device fetches it next, for {@code device diff ID}. Plain records and texts: printed
 * and sent as JSON just so. Secrets and addresses stand as stars on both sides.
 *
 * @param fetched when what it has was made; empty when it has nothing
 */
public record Difference(String file, State state, Optional<Instant> fetched, Size size, List<Hunk> hunks) {
    public Difference {
        hunks = List.copyOf(hunks);
    }

    /** Of a file that the device never fetched. */
    static Difference nothingFetched(String file) {
        return new Difference(file, State.NOTHING_FETCHED, Optional.empty(), new Size(0, 0, 0), List.of());
    }

    /** How the two files stand to each other. */
    public enum State {
        NOTHING_FETCHED,
        SAME,
        DIFFERENT
    }

    /**
     * How many lines.
     *
     * @param notShown changed ones beyond the last hunk
     */
    public record Size(int removed, int added, int notShown) {}

    /**
     * Changes that stand together.
     *
     * @param before the number of its first line in what the device has, 1 for the first of all
     * @param after the same in what it would get
     * @param lines each after a sign: {@code -} removed, {@code +} added, a blank for one that stays
     */
    public record Hunk(int before, int after, List<String> lines) {
        public Hunk {
            lines = List.copyOf(lines);
        }
    }
}
