package dev.slipway.bench;

import dev.slipway.bench.load.Duel.Figures;
import java.io.PrintStream;
import java.util.List;

/** Writes rows as they stand in {@code docs/benchmarks.md}; numbers are told as they are, missed or not. */
record Table(PrintStream out) {
    private static final double THROUGHPUT_LEAST = 0.8;

    /**
     * How many times the peer's CPU time is allowed.
     *
     * @param most what must be reached
     * @param goal what is better
     */
    record Wanted(double most, double goal) {
        @Override
        public String toString() {
            return "<= %.0fx, goal %.1fx".formatted(most, goal);
        }

        private String judged(double ratio) {
            if (ratio > most) {
                return "**MISSED**";
            }
            return ratio <= goal ? "reached, goal too" : "reached; goal missed";
        }
    }

    void note(String text) {
        out.printf("%n%s%n", text);
        out.flush();
    }

    void head(String title) {
        out.printf("%n### %s%n%n| work | ours | nginx | ratio | wanted | |%n", title);
        out.println("|---|---|---|---|---|---|");
    }

    /** CPU microseconds per request of both. */
    void duel(String work, List<Figures> both, Wanted wanted) {
        double ratio = both.getFirst().micros() / both.getLast().micros();
        row(
                work,
                "%.1f us".formatted(both.getFirst().micros()),
                "%.1f us".formatted(both.getLast().micros()),
                "%.2fx".formatted(ratio),
                wanted.toString(),
                wanted.judged(ratio) + trouble(both));
    }

    /** The same where nothing was asked for. */
    void beside(String work, List<Figures> both) {
        double ours = both.getFirst().micros();
        double peer = both.getLast().micros();
        row(
                work,
                "%.1f us".formatted(ours),
                "%.1f us".formatted(peer),
                "%.2fx".formatted(ours / peer),
                "-",
                trouble(both));
    }

    /** MB per second of CPU time of both. */
    void throughput(String work, List<Figures> both) {
        double ours = both.getFirst().megabytesPerCpuSecond();
        double peer = both.getLast().megabytesPerCpuSecond();
        row(
                work,
                "%,.0f MB/s".formatted(ours),
                "%,.0f MB/s".formatted(peer),
                "%.2fx".formatted(ours / peer),
                ">= %.1fx".formatted(THROUGHPUT_LEAST),
                judged(ours / peer >= THROUGHPUT_LEAST) + trouble(both));
    }

    /** CPU microseconds per request of one. */
    void alone(String work, Figures figures) {
        row(work, "%.1f us".formatted(figures.micros()), "-", "-", "-", trouble(List.of(figures)));
    }

    /** The same of a refusal, which shall cost no more than {@code poll}. */
    void refusal(String work, Figures figures, Figures poll) {
        double ratio = figures.micros() / poll.micros();
        String micros = "%.1f us".formatted(figures.micros());
        row(work, micros, "-", "%.2fx of our 304".formatted(ratio), "<= 1x a 304", judged(ratio <= 1));
    }

    /** Any other figure. */
    void fact(String work, String value) {
        row(work, value, "-", "-", "-", "");
    }

    /** A figure that was wanted. */
    void fact(String work, String value, String wanted, boolean reached) {
        row(work, value, "-", "-", wanted, judged(reached));
    }

    private static String judged(boolean reached) {
        return reached ? "reached" : "**MISSED**";
    }

    private static String trouble(List<Figures> all) {
        long refused = all.stream().mapToLong(each -> each.total().refused()).sum();
        long broken = all.stream().mapToLong(each -> each.total().broken()).sum();
        return refused + broken == 0 ? "" : " (%,d refused, %,d broken)".formatted(refused, broken);
    }

    private void row(String work, String ours, String peer, String ratio, String wanted, String judged) {
        out.printf("| %s | %s | %s | %s | %s | %s |%n", work, ours, peer, ratio, wanted, judged.strip());
        out.flush();
    }
}
