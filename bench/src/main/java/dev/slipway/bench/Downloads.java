package dev.slipway.bench;

import dev.slipway.bench.load.Duel.Figures;
import dev.slipway.bench.load.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Artifacts, whole, beside nginx with sendfile: first a small one, so often that the compiler is done with what a
 * download
 * costs beside its bytes, then one of 64 MiB.
 */
record Downloads(Arena arena, Table table) {
    private static final int SMALL_BYTES = 64 << 10;
    private static final int LARGE_BYTES = 64 << 20;
    private static final int CONNECTIONS = 4;

    /** Bytes that no archive makes smaller, the same in every run. */
    private static final int SEED = 7;

    void run() throws IOException, InterruptedException {
        String small = published("small", SMALL_BYTES);
        String large = published("large", LARGE_BYTES);
        table.head("Artifacts of 64 KiB, and of 64 MiB in MB (10^6) per second of CPU time");
        String ours = arena.server().url();
        String peer = arena.nginx().url();
        table.beside("64 KiB, clear", fight(small, ours, peer));
        table.throughput("64 MiB, clear", fight(large, ours, peer));
        String oursTls = arena.server().tlsUrl();
        String peerTls = arena.nginx().tlsUrl();
        table.beside("64 KiB, TLS", fight(small, oursTls, peerTls));
        table.throughput("64 MiB, TLS", fight(large, oursTls, peerTls));
    }

    /** Publishes a file of so many bytes here and lays it before nginx; returns its path on both. */
    private String published(String name, int bytes) throws IOException, InterruptedException {
        byte[] content = new byte[bytes];
        new Random(SEED).nextBytes(content);
        Path archive = Archive.of(arena.ground().file(name), content);
        byte[] packed = Files.readAllBytes(archive);
        arena.server().command("application", "publish", name, "1.0.0", "--file", archive.toString());
        String path = "/artifact/" + sha256(packed);
        arena.serve(path, packed);
        return path;
    }

    private List<Figures> fight(String path, String ours, String peer) throws IOException, InterruptedException {
        Path requests = Seeding.requests(arena.ground().file("download"), 0, 1, false);
        Load load = new Load(ours, requests, path, Load.Manner.KEEP, CONNECTIONS);
        return arena.fight(load, load.on(peer, requests));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
