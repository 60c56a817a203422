package dev.slipway.core.enroll.requests;

import dev.slipway.core.enroll.requests.Decision.Steps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A bounded row of decisions about one device. A decision equal to the last one about the same document raises its
 * counter: a phone that fetches two files in turn decides nothing new, and one that polls for weeks does not push out
 * why it was once refused.
 */
final class Decisions {
    private static final Steps NOTHING = new Steps("", "", "", "");

    private final int most;
    /** The one made last at the end; there are few, and the one looked for is among the last. */
    private final List<Row> rows = new ArrayList<>(2);
    /** The one at the end, at hand: two steps less through memory that no cache holds. */
    private Row newest = new Row(NOTHING, 0);

    Decisions(int most) {
        this.most = most;
    }

    /** One decision; whoever has it holds the lock of its row. */
    private static final class Row {
        private final Steps steps;
        private final long since;
        private long at;
        private int count = 1;
        private boolean written;

        Row(Steps steps, long now) {
            this.steps = steps;
            this.since = now;
            this.at = now;
        }

        void again(long now) {
            at = now;
            count = count < Integer.MAX_VALUE ? count + 1 : count;
        }

        Decision shown() {
            return new Decision(Instant.ofEpochMilli(since), Instant.ofEpochMilli(at), count, steps);
        }
    }

    /** Notes a decision made at {@code now}, in milliseconds of the epoch; true when it differs from the last one. */
    synchronized boolean note(Steps steps, long now) {
        if (newest.steps.equals(steps)) {
            newest.again(now);
            return false;
        }
        int last = lastAbout(steps.decide());
        boolean known = last >= 0 && rows.get(last).steps.equals(steps);
        if (known) {
            newest = rows.remove(last);
            newest.again(now);
        } else {
            newest = new Row(steps, now);
        }
        if (rows.size() == most) {
            rows.removeFirst();
        }
        rows.add(newest);
        return !known;
    }

    private int lastAbout(String document) {
        int index = rows.size() - 1;
        while (index >= 0 && !rows.get(index).steps.decide().equals(document)) {
            index--;
        }
        return index;
    }

    synchronized List<Decision> newestFirst() {
        return rows.reversed().stream().map(Row::shown).toList();
    }

    /** Those that were not written yet. */
    synchronized List<Decision> unwritten() {
        return rows.stream().filter(row -> !row.written).map(Row::shown).toList();
    }

    /** These were written; one that was decided again meanwhile is the same. */
    synchronized void written(List<Decision> decisions) {
        for (Decision decision : decisions) {
            rows.stream()
                    .filter(row -> row.steps.equals(decision.steps())
                            && row.since == decision.since().toEpochMilli())
                    .forEach(row -> row.written = true);
        }
    }
}
