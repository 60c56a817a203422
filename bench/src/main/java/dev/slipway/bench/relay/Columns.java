package dev.slipway.bench.relay;

import dev.slipway.bench.load.Duel.Figures;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes rows as they stand in {@code docs/benchmarks.md}: the relay, then each peer; the first peer is the measure.
 */
record Columns(PrintStream out) {
    void note(String text) {
        out.printf("%n%s%n", text);
        out.flush();
    }

    void head() {
        String kinds = Stream.of(Kind.values()).map(Kind::told).collect(Collectors.joining(" | "));
        out.printf("%n| CPU time of | %s | ratio to HAProxy http | wanted | |%n", kinds);
        out.println("|---".repeat(Kind.values().length + 4) + "|");
    }

    /** A figure of each, and whether ours is no more than {@code most} times the first peer's. */
    void row(String work, String unit, double most, List<Figures> all, ToDoubleFunction<Figures> figure) {
        double ratio = figure.applyAsDouble(all.get(0)) / figure.applyAsDouble(all.get(1));
        line(
                work,
                told(unit, all, figure),
                "%.2fx".formatted(ratio),
                "<= %.1fx".formatted(most),
                judged(ratio <= most));
    }

    /** The same where nothing was asked for. */
    void row(String work, String unit, List<Figures> all, ToDoubleFunction<Figures> figure) {
        line(work, told(unit, all, figure), "-", "-", "");
    }

    /** What a connection takes that rests. */
    void idle(String work, double most, double ours, List<String> told) {
        line(work, String.join(" | ", told), "-", "<= %.0f KB".formatted(most), judged(ours <= most));
    }

    private static String told(String unit, List<Figures> all, ToDoubleFunction<Figures> figure) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> "%s %s%s".formatted(number(figure.applyAsDouble(all.get(i))), unit, trouble(all.get(i))))
                .collect(Collectors.joining(" | "));
    }

    private static String number(double figure) {
        return (figure < 10 ? "%.2f" : "%.1f").formatted(figure);
    }

    private static String trouble(Figures figures) {
        long refused = figures.total().refused();
        long broken = figures.total().broken();
        return refused + broken == 0 ? "" : " (%,d refused, %,d broken)".formatted(refused, broken);
    }

    private static String judged(boolean reached) {
        return reached ? "reached" : "**MISSED**";
    }

    private void line(String work, String told, String ratio, String wanted, String judged) {
        out.printf("| %s | %s | %s | %s | %s |%n", work, told, ratio, wanted, judged);
        out.flush();
    }
}
