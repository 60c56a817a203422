package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Polls that change nothing: 304 and 200 from memory, clear and over TLS, and what is refused. */
record Polls(Arena arena, Table table) {
    private static final int FEW = 16;
    private static final int MANY = 64;

    /** Lays before nginx what the server answers, and makes the server hold all of it in memory. */
    void prepare() throws IOException, InterruptedException {
        for (int device = 0; device < Arena.WHOLE; device++) {
            byte[] body = Http.body(arena.server().url() + Arena.BUNDLE, Seeding.token(device));
            if (device == 0) {
                arena.serve(Arena.BUNDLE, body);
            }
        }
    }

    void clear() throws IOException, InterruptedException {
        table.head("Polls, clear");
        Path peer = arena.peerKnown(Arena.BUNDLE);
        for (int connections : new int[] {FEW, MANY}) {
            Load ours = arena.polls(arena.server().url(), connections);
            table.duel(
                    connections + " connections: 304",
                    arena.fight(ours, ours.on(arena.nginx().url(), peer)));
            Load whole = new Load(arena.server().url(), arena.whole(), Arena.BUNDLE, Load.Manner.KEEP, connections);
            table.duel(
                    connections + " connections: 200",
                    arena.fight(whole, whole.on(arena.nginx().url(), arena.whole())));
        }
    }

    void tls() throws IOException, InterruptedException {
        table.head("Polls, TLS");
        Path peer = arena.peerKnown(Arena.BUNDLE);
        Load ours = arena.polls(arena.server().tlsUrl(), FEW);
        table.duel("304 over TLS", arena.fight(ours, ours.on(arena.nginx().tlsUrl(), peer)));
        Load whole = new Load(arena.server().tlsUrl(), arena.whole(), Arena.BUNDLE, Load.Manner.KEEP, FEW);
        table.duel("200 over TLS", arena.fight(whole, whole.on(arena.nginx().tlsUrl(), arena.whole())));
        Load once = new Load(arena.server().tlsUrl(), arena.known(), Arena.BUNDLE, Load.Manner.CLOSE, FEW);
        table.duel(
                "304, a new TLS connection each",
                arena.fight(once, once.on(arena.nginx().tlsUrl(), peer)));
    }

    void refusals() throws IOException, InterruptedException {
        table.head("Refusals");
        table.alone(
                "304, for comparison", arena.alone(arena.polls(arena.server().url(), FEW)));
        StringBuilder strangers = new StringBuilder();
        for (int i = 0; i < arena.devices(); i++) {
            strangers.append("nobody-knows-this-token-%019d -\n".formatted(i));
        }
        Path file = Files.writeString(arena.ground().file("strangers"), strangers);
        table.alone(
                "unknown token",
                arena.alone(new Load(arena.server().url(), file, Arena.BUNDLE, Load.Manner.KEEP, FEW)));
        table.alone(
                "unknown path",
                arena.alone(new Load(arena.server().url(), file, "/no/such/path", Load.Manner.KEEP, FEW)));
    }
}
