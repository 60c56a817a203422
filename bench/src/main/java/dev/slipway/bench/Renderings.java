package dev.slipway.bench;

import dev.slipway.bench.machine.CpuTime;
import java.io.IOException;
import java.time.Duration;

/** A setting changes for everyone, then all poll: each bundle is merged, signed, kept and answered anew. */
record Renderings(Arena arena, Table table) {
    private static final int CONNECTIONS = 8;
    private static final Duration WITHIN = Duration.ofSeconds(60);

    void run() throws IOException, InterruptedException {
        table.head("Rendered anew after a change for everyone");
        CpuTime server = arena.server().cpu();
        CpuTime database = arena.server().databaseCpu();
        Load polls = new Load(arena.server().url(), arena.whole(), Arena.BUNDLE, Load.Manner.ONCE, CONNECTIONS);
        for (int change = 1; change <= arena.duel().rounds(); change++) {
            arena.server().command("profile", "set", "bench", "--enforced", "application.bench.round=" + change);
            Duration serverBefore = server.used();
            Duration databaseBefore = database.used();
            Load.Answers answers = polls.run(arena.duel().script(), WITHIN);
            table.fact(
                    "change " + change + ": " + answers.requests() + " answers, " + answers.refused() + " refused",
                    "%.0f us server, %.0f us PostgreSQL"
                            .formatted(
                                    micros(server.used().minus(serverBefore), answers.requests()),
                                    micros(database.used().minus(databaseBefore), answers.requests())));
        }
    }

    private static double micros(Duration cpu, long answers) {
        return cpu.toNanos() / 1e3 / Math.max(1, answers);
    }
}
