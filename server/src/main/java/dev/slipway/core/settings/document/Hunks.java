package dev.slipway.core.settings.document;

import dev.slipway.core.settings.document.Difference.Hunk;
import dev.slipway.core.settings.document.Difference.Size;
import dev.slipway.core.settings.document.LineDifference.Kind;
import dev.slipway.core.settings.document.LineDifference.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Groups changed lines with some that stay around them. */
final class Hunks {
    /** On each side of a change. */
    private static final int CONTEXT = 3;

    /** More than a person reads; the rest is counted. */
    static final int LINES_MAX = 400;

    private final List<Step> steps;
    private final Function<Step, String> words;
    private final List<Hunk> hunks = new ArrayList<>();
    private int lines;
    private int changesShown;

    private Hunks(List<Step> steps, Function<Step, String> words) {
        this.steps = steps;
        this.words = words;
    }

    /** All of them, each line in its words. */
    static Hunks of(List<Step> steps, Function<Step, String> words) {
        var hunks = new Hunks(steps, words);
        int next = 0;
        while (next < steps.size() && hunks.lines < LINES_MAX) {
            next = steps.get(next).kind() == Kind.KEPT ? next + 1 : hunks.add(next);
        }
        return hunks;
    }

    List<Hunk> list() {
        return hunks;
    }

    Size size() {
        int removed = count(Kind.REMOVED);
        int added = count(Kind.ADDED);
        return new Size(removed, added, removed + added - changesShown);
    }

    private int count(Kind kind) {
        return Math.toIntExact(
                steps.stream().filter(step -> step.kind() == kind).count());
    }

    /** The hunk whose first change is at {@code change}; answers where to look for the next. */
    private int add(int change) {
        int from = Math.max(0, change - CONTEXT);
        int lastChange = change;
        int end = change;
        while (end < steps.size() && end - lastChange <= 2 * CONTEXT && lines + end - from < LINES_MAX) {
            if (steps.get(end).kind() != Kind.KEPT) {
                lastChange = end;
                changesShown++;
            }
            end++;
        }
        int to = Math.min(end, lastChange + CONTEXT + 1);
        List<String> shown = steps.subList(from, to).stream().map(this::line).toList();
        lines += shown.size();
        hunks.add(new Hunk(steps.get(from).before() + 1, steps.get(from).after() + 1, shown));
        return to;
    }

    private String line(Step step) {
        String sign =
                switch (step.kind()) {
                    case KEPT -> " ";
                    case REMOVED -> "-";
                    case ADDED -> "+";
                };
        return sign + words.apply(step);
    }
}
