package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** An artifact of 64 MiB, whole, beside nginx with sendfile. */
record Downloads(Arena arena, Table table) {
    private static final int BYTES = 64 << 20;
    private static final int CONNECTIONS = 4;

    /** Bytes that no archive makes smaller, the same in every run. */
    private static final int SEED = 7;

    void run() throws IOException, InterruptedException {
        byte[] content = new byte[BYTES];
        new Random(SEED).nextBytes(content);
        Path archive = Archive.of(arena.ground().file("large"), content);
        byte[] packed = Files.readAllBytes(archive);
        arena.server().command("application", "publish", "large", "1.0.0", "--file", archive.toString());
        String path = "/artifact/" + sha256(packed);
        arena.serve(path, packed);
        table.head("Artifact of 64 MiB, MB (10^6) per second of CPU time");
        Path requests = Seeding.requests(arena.ground().file("download"), 0, 1, false);
        Load clear = new Load(arena.server().url(), requests, path, Load.Manner.KEEP, CONNECTIONS);
        table.throughput("clear", arena.fight(clear, clear.on(arena.nginx().url(), requests)));
        Load tls = new Load(arena.server().tlsUrl(), requests, path, Load.Manner.KEEP, CONNECTIONS);
        table.throughput("TLS", arena.fight(tls, tls.on(arena.nginx().tlsUrl(), requests)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
