package dev.slipway.core.settings.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shortest way from one text to another by taking lines out and putting lines in: E. Myers, "An O(ND) Difference
 * Algorithm and Its Variations", Algorithmica 1 (1986). Texts that differ by more than {@value #CHANGES_MAX} lines
 * between their common beginning and end are taken to have nothing in common there, so that time and memory stay
 * bounded.
 */
final class LineDifference {
    /** A million numbers in memory for the way back. */
    static final int CHANGES_MAX = 1_000;

    private final List<String> before;
    private final List<String> after;
    private final int head;
    private final int tail;

    private LineDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        int shorter = Math.min(before.size(), after.size());
        int first = 0;
        while (first < shorter && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first && fromEnd(before, last).equals(fromEnd(after, last))) {
            last++;
        }
        this.head = first;
        this.tail = last;
    }

    private static String fromEnd(List<String> lines, int index) {
        return lines.get(lines.size() - 1 - index);
    }

    /** What is done with one line. */
    enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /**
     * One line.
     *
     * @param before its index in the text before; of an added one where it comes in
     * @param after its index in the text after; of a removed one where it was
     */
    record Step(Kind kind, int before, int after) {}

    /** All lines in order. */
    static List<Step> of(List<String> before, List<String> after) {
        var difference = new LineDifference(before, after);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < difference.head; i++) {
            steps.add(new Step(Kind.KEPT, i, i));
        }
        steps.addAll(difference.middle());
        for (int i = difference.tail; i > 0; i--) {
            steps.add(new Step(Kind.KEPT, before.size() - i, after.size() - i));
        }
        return steps;
    }

    private List<Step> middle() {
        int removed = before.size() - head - tail;
        int added = after.size() - head - tail;
        int most = Math.min(CHANGES_MAX, removed + added);
        int middle = most + 2;
        int[] furthest = new int[2 * middle + 1];
        List<int[]> reached = new ArrayList<>();
        for (int changes = 0; changes <= most; changes++) {
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                int x = start(furthest, middle, changes, diagonal);
                while (x < removed && x - diagonal < added && same(x, x - diagonal)) {
                    x++;
                }
                furthest[middle + diagonal] = x;
                if (x >= removed && x - diagonal >= added) {
                    return way(reached, removed, added);
                }
            }
            reached.add(Arrays.copyOfRange(furthest, middle - changes - 2, middle + changes + 3));
        }
        return apart(removed, added);
    }

    /** The number of removed lines with which a diagonal is entered after so many changes. */
    private static int start(int[] furthest, int middle, int changes, int diagonal) {
        int above = furthest[middle + diagonal + 1];
        return isAdded(furthest, middle, changes, diagonal) ? above : furthest[middle + diagonal - 1] + 1;
    }

    /** Whether it is entered by an added line, from the diagonal above it; else by a removed one from below. */
    private static boolean isAdded(int[] furthest, int middle, int changes, int diagonal) {
        return diagonal == -changes
                || (diagonal != changes && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
    }

    private boolean same(int x, int y) {
        return before.get(head + x).equals(after.get(head + y));
    }

    /** Back from the end; after d changes {@code reached} has the diagonals from -d-2 to d+2. */
    private List<Step> way(List<int[]> reached, int removed, int added) {
        List<Step> back = new ArrayList<>();
        int x = removed;
        int y = added;
        for (int changes = reached.size(); changes > 0; changes--) {
            int[] furthest = reached.get(changes - 1);
            int middle = changes + 1;
            boolean isAdded = isAdded(furthest, middle, changes, x - y);
            int entered = start(furthest, middle, changes, x - y);
            while (x > entered) {
                back.add(step(Kind.KEPT, --x, --y));
            }
            back.add(isAdded ? step(Kind.ADDED, x, --y) : step(Kind.REMOVED, --x, y));
        }
        while (x > 0) {
            back.add(step(Kind.KEPT, --x, --y));
        }
        return back.reversed();
    }

    private List<Step> apart(int removed, int added) {
        List<Step> steps = new ArrayList<>();
        for (int x = 0; x < removed; x++) {
            steps.add(step(Kind.REMOVED, x, 0));
        }
        for (int y = 0; y < added; y++) {
            steps.add(step(Kind.ADDED, removed, y));
        }
        return steps;
    }

    private Step step(Kind kind, int x, int y) {
        return new Step(kind, head + x, head + y);
    }
}
