package dev.slipway.bench;

import dev.slipway.bench.load.Duel;
import dev.slipway.bench.load.Load;
import dev.slipway.bench.machine.CpuTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A setting changes for everyone, then some devices ask, back to back, and all of them are answered anew: a bundle is
 * merged, signed and kept, a phone's file merged and written. What each change cost is told, so that it can be seen
 * whether the server is warm.
 *
 * @param asking all devices once, without ETags
 * @param key of the setting, in the profile {@code bench}
 */
record Renderings(SlipwayServer server, Duel duel, Load asking, String key, Table table) {
    static final int CONNECTIONS = 8;

    /** Changes that are not counted: the server still compiles itself. {@code --rounds} are counted after them. */
    private static final int WARMING = 3;

    /** Nobody waits longer for one change. */
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private static final double WANTED_MICROS = 1_000;

    /** Of bundles. */
    static Renderings of(Arena arena, Table table) throws IOException {
        var polls = new Load(arena.server().url(), arena.whole(), Arena.BUNDLE, Load.Manner.ONCE, CONNECTIONS);
        return new Renderings(arena.server(), arena.duel(), polls, "application.bench.round", table);
    }

    void run(String what) throws IOException, InterruptedException {
        List<Change> changes = new ArrayList<>();
        for (int change = 1; change <= WARMING + duel.rounds(); change++) {
            server.command("profile", "set", "bench", "--enforced", key + "=" + change);
            Change told = change();
            table.fact("change " + change + (change <= WARMING ? ", warming: " : ": ") + told.counts(), told.costs());
            changes.add(told);
        }
        List<Change> counted = changes.subList(WARMING, changes.size());
        double perAnswer = middle(counted, Change::serverMicros);
        double database = middle(counted, Change::databaseMicros);
        table.fact(
                "%s rendered anew, the middle of %d changes".formatted(what, counted.size()),
                costs(perAnswer, database),
                "<= 1 ms",
                perAnswer <= WANTED_MICROS);
    }

    private Change change() throws IOException, InterruptedException {
        CpuTime process = server.cpu();
        CpuTime database = server.databaseCpu();
        Duration serverBefore = process.used();
        Duration databaseBefore = database.used();
        long began = System.nanoTime();
        Load.Answers answers = asking.run(duel.script(), WITHIN);
        return new Change(
                answers,
                process.used().minus(serverBefore),
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
