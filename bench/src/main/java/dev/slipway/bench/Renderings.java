package dev.slipway.bench;

import dev.slipway.bench.machine.CpuTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A setting changes for everyone, then the first devices poll, back to back: each bundle is merged, signed, kept and
 * answered anew. What each change cost is told, so that it can be seen whether the server is warm.
 */
record Renderings(Arena arena, Table table) {
    private static final int CONNECTIONS = 8;

    /** Changes that are not counted: the server still compiles itself. {@code --rounds} are counted after them. */
    private static final int WARMING = 3;

    /** Nobody waits longer for one change. */
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private static final double WANTED_MICROS = 1_000;

    void run() throws IOException, InterruptedException {
        table.head("Rendered anew after a change for everyone");
        Load polls = new Load(arena.server().url(), arena.whole(), Arena.BUNDLE, Load.Manner.ONCE, CONNECTIONS);
        List<Change> changes = new ArrayList<>();
        for (int change = 1; change <= WARMING + arena.duel().rounds(); change++) {
            arena.server().command("profile", "set", "bench", "--enforced", "application.bench.round=" + change);
            Change told = change(polls);
            table.fact("change " + change + (change <= WARMING ? ", warming: " : ": ") + told.counts(), told.costs());
            changes.add(told);
        }
        List<Change> counted = changes.subList(WARMING, changes.size());
        double server = middle(counted, Change::serverMicros);
        double database = middle(counted, Change::databaseMicros);
        table.fact(
                "a bundle rendered anew, the middle of " + counted.size() + " changes",
                costs(server, database),
                "<= 1 ms",
                server <= WANTED_MICROS);
    }

    private Change change(Load polls) throws IOException, InterruptedException {
        CpuTime server = arena.server().cpu();
        CpuTime database = arena.server().databaseCpu();
        Duration serverBefore = server.used();
        Duration databaseBefore = database.used();
        long began = System.nanoTime();
        Load.Answers answers = polls.run(arena.duel().script(), WITHIN);
        return new Change(
                answers,
                server.used().minus(serverBefore),
                database.used().minus(databaseBefore),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private record Change(Load.Answers answers, Duration server, Duration database, Duration took) {
        String counts() {
            return "%,d answers in %.1f s, %,d refused"
                    .formatted(answers.requests(), took.toMillis() / 1e3, answers.refused());
        }

        String costs() {
            return Renderings.costs(serverMicros(), databaseMicros());
        }

        double serverMicros() {
            return micros(server);
        }

        double databaseMicros() {
            return micros(database);
        }

        private double micros(Duration cpu) {
            return cpu.toNanos() / 1e3 / Math.max(1, answers.requests());
        }
    }

    private static String costs(double server, double database) {
        return "%,.0f us server, %,.0f us PostgreSQL".formatted(server, database);
    }

    private static double middle(List<Change> changes, ToDoubleFunction<Change> figure) {
        double[] sorted = changes.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
