package dev.slipway.bench;

import dev.slipway.bench.Duel.Figures;
import java.io.PrintStream;
import java.util.List;

/** Writes rows as they stand in {@code docs/benchmarks.md}. */
record Table(PrintStream out) {
    void head(String title) {
        out.printf("%n### %s%n%n| work | ours | peer | ratio | requests | refused | broken |%n", title);
        out.println("|---|---|---|---|---|---|---|");
    }

    /** CPU microseconds per request of both. */
    void duel(String work, List<Figures> both) {
        Figures ours = both.getFirst();
        Figures peer = both.getLast();
        row(
                work + " (%.0f / %.0f B)".formatted(ours.bytes(), peer.bytes()),
                "%.1f us".formatted(ours.micros()),
                "%.1f us".formatted(peer.micros()),
                "%.2fx".formatted(ours.micros() / peer.micros()),
                ours,
                peer);
    }

    /** MB per second of CPU time of both. */
    void throughput(String work, List<Figures> both) {
        Figures ours = both.getFirst();
        Figures peer = both.getLast();
        row(
                work,
                "%.0f MB/s".formatted(ours.megabytesPerCpuSecond()),
                "%.0f MB/s".formatted(peer.megabytesPerCpuSecond()),
                "%.2fx".formatted(ours.megabytesPerCpuSecond() / peer.megabytesPerCpuSecond()),
                ours,
                peer);
    }

    /** CPU microseconds per request of one. */
    void alone(String work, Figures figures) {
        out.printf(
                "| %s (%.0f B) | %.1f us | - | - | %d | %d | %d |%n",
                work,
                figures.bytes(),
                figures.micros(),
                figures.total().requests(),
                figures.total().refused(),
                figures.total().broken());
        out.flush();
    }

    /** Any other figure. */
    void fact(String work, String value) {
        out.printf("| %s | %s | - | - | - | - | - |%n", work, value);
        out.flush();
    }

    private void row(String work, String ours, String peer, String ratio, Figures first, Figures second) {
        out.printf(
                "| %s | %s | %s | %s | %d / %d | %d / %d | %d / %d |%n",
                work,
                ours,
                peer,
                ratio,
                first.total().requests(),
                second.total().requests(),
                first.total().refused(),
                second.total().refused(),
                first.total().broken(),
                second.total().broken());
        out.flush();
    }
}
