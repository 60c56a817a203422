package dev.slipway.bench;

import dev.slipway.bench.Table.Wanted;
import dev.slipway.bench.load.Duel.Figures;
import dev.slipway.bench.load.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Polls that change nothing: 304 and 200 from memory, clear and over TLS, and what is refused. */
record Polls(Arena arena, Table table) {
    private static final int FEW = 16;
    private static final int MANY = 64;
    private static final Wanted NOT_MODIFIED = new Wanted(2, 1.2);
    private static final Wanted WHOLE = new Wanted(2, 1.5);
    private static final Wanted HANDSHAKE = new Wanted(3, 1.5);

    void clear() throws IOException, InterruptedException {
        table.head("Polls, clear");
        warm();
        Path peer = arena.peerKnown(Arena.BUNDLE);
        for (int connections : new int[] {FEW, MANY}) {
            Load ours = arena.polls(arena.server().url(), connections);
            table.duel(
                    "poll 304, %d connections".formatted(connections),
                    arena.fight(ours, ours.on(arena.nginx().url(), peer)),
                    NOT_MODIFIED);
            Load whole = new Load(arena.server().url(), arena.whole(), Arena.BUNDLE, Load.Manner.KEEP, connections);
            table.duel(
                    "poll 200, 2 KB, %d connections".formatted(connections),
                    arena.fight(whole, whole.on(arena.nginx().url(), arena.whole())),
                    WHOLE);
        }
    }

    /** The first load of a server is answered while it is being compiled: no row is about that. */
    private void warm() throws IOException, InterruptedException {
        for (int connections : new int[] {FEW, MANY}) {
            arena.alone(arena.polls(arena.server().url(), connections));
        }
    }

    void tls() throws IOException, InterruptedException {
        table.head("Polls, TLS");
        Path peer = arena.peerKnown(Arena.BUNDLE);
        Load ours = arena.polls(arena.server().tlsUrl(), FEW);
        table.duel(
                "poll 304 over TLS, 16 connections",
                arena.fight(ours, ours.on(arena.nginx().tlsUrl(), peer)),
                WHOLE);
        Load whole = new Load(arena.server().tlsUrl(), arena.whole(), Arena.BUNDLE, Load.Manner.KEEP, FEW);
        table.duel(
                "poll 200 over TLS, 16 connections",
                arena.fight(whole, whole.on(arena.nginx().tlsUrl(), arena.whole())),
                WHOLE);
        Load once = new Load(arena.server().tlsUrl(), arena.known(), Arena.BUNDLE, Load.Manner.CLOSE, FEW);
        table.duel(
                "a new TLS connection with one poll",
                arena.fight(once, once.on(arena.nginx().tlsUrl(), peer)),
                HANDSHAKE);
    }

    void refusals() throws IOException, InterruptedException {
        table.head("Refusals");
        warm();
        Figures poll = arena.alone(arena.polls(arena.server().url(), FEW));
        table.alone("304, for comparison", poll);
        StringBuilder strangers = new StringBuilder();
        for (int i = 0; i < arena.devices(); i++) {
            strangers.append("nobody-knows-this-token-%019d -\n".formatted(i));
        }
        Path file = Files.writeString(arena.ground().file("strangers"), strangers);
        Load unknown = new Load(arena.server().url(), file, Arena.BUNDLE, Load.Manner.KEEP, FEW);
        table.refusal("refusal: unknown token, over the limit", arena.alone(unknown), poll);
        Load nowhere = new Load(arena.server().url(), file, "/no/such/path", Load.Manner.KEEP, FEW);
        table.refusal("refusal: unknown path", arena.alone(nowhere), poll);
    }
}
