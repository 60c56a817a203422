package dev.slipway.bench;

import dev.slipway.bench.load.Duel;
import dev.slipway.bench.load.Load;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page behind an activation link, whole, as people and scanners fetch it. */
record LinkPages(Arena arena, Table table) {
    private static final int CONNECTIONS = 16;
    private static final double LEAST_PER_SECOND = 2_000;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final Pattern LINK = Pattern.compile("https?://[^\"\\s]+/a/[a-z2-7]{39}");

    void run() throws IOException, InterruptedException {
        table.head("Pages of activation links");
        arena.server().command("user", "create", "linked");
        Matcher link = LINK.matcher(arena.server().command("activation", "issue", "--user", "linked", "-o", "json"));
        if (!link.find()) {
            throw new IOException("no link was issued");
        }
        String path = URI.create(link.group()).getPath();
        var load = new Load(arena.server().url(), arena.whole(), path, Load.Manner.KEEP, CONNECTIONS);
        double database = arena.server().databaseCpu().used().toNanos();
        Duel.Figures figures = arena.alone(load);
        database = arena.server().databaseCpu().used().toNanos() - database;
        double perSecond = MICROS_PER_SECOND / figures.micros();
        table.fact(
                "the page of an activation link",
                "%.0f us, %,.0f a CPU second; %.0f us of PostgreSQL beside it"
                        .formatted(figures.micros(), perSecond, database / 1e3 / asked(figures)),
                ">= 2,000 a CPU second",
                perSecond >= LEAST_PER_SECOND);
    }

    /** About as many as were asked in all rounds, the one that does not count among them. */
    private double asked(Duel.Figures figures) {
        double rounds = arena.duel().rounds();
        return Math.max(1, figures.total().requests()) * (rounds + 1) / rounds;
    }
}
