package dev.slipway.bench;

import dev.slipway.bench.Duel.Side;
import java.io.IOException;
import java.time.Duration;

/** A setting changes for everyone, then all poll: each bundle is merged, signed, kept and answered anew. */
record Renderings(Arena arena, Table table) {
    private static final int CONNECTIONS = 8;

    void run() throws IOException, InterruptedException {
        table.head("Rendered anew after a change for everyone");
        for (int change = 1; change <= arena.duel().rounds(); change++) {
            arena.server().command("profile", "set", "bench", "--enforced", "application.bench.round=" + change);
            Load polls = arena.polls(arena.server().url(), CONNECTIONS);
            CpuTime database = arena.server().databaseCpu();
            Duration serverBefore = arena.server().cpu().used();
            Duration databaseBefore = database.used();
            long answered =
                    polls.run(arena.duel().script(), arena.duel().time()).requests();
            Side server = new Side(arena.server().cpu(), polls);
            table.fact(
                    "change " + change + ", " + answered + " answers",
                    "%.0f us server, %.0f us PostgreSQL"
                            .formatted(
                                    micros(server.cpu().used().minus(serverBefore), answered),
                                    micros(database.used().minus(databaseBefore), answered)));
        }
    }

    private static double micros(Duration cpu, long answers) {
        return cpu.toNanos() / 1e3 / Math.max(1, answers);
    }
}
