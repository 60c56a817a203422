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
    private static final String SEED_NOTE = "incompressible, and the same in every run";

    void run() throws IOException, InterruptedException {
        byte[] content = new byte[BYTES];
        new Random(SEED_NOTE.hashCode()).nextBytes(content);
        String path = "/artifact/" + publish(content);
        arena.serve(path, content);
        table.head("Artifact of 64 MiB, MB (10^6) per second of CPU time");
        Path requests = Seeding.requests(arena.ground().file("download"), 0, 1, false);
        Load clear = new Load(arena.server().url(), requests, path, true, CONNECTIONS);
        table.throughput("clear", arena.fight(clear, clear.on(arena.nginx().url(), requests)));
        Load tls = new Load(arena.server().tlsUrl(), requests, path, true, CONNECTIONS);
        table.throughput("TLS", arena.fight(tls, tls.on(arena.nginx().tlsUrl(), requests)));
    }

    /** Published like any other release, as a file that is no archive: the server takes one that is executed. */
    private String publish(byte[] content) throws IOException, InterruptedException {
        Path store = arena.ground().file("store");
        Path file = Files.write(Files.createDirectories(store).resolve("large.bin"), content);
        Path archive = arena.ground().file("large.tar.gz");
        new Command(
                        java.util.List.of(
                                "tar",
                                "-czf",
                                archive.toString(),
                                "-C",
                                store.toString(),
                                file.getFileName().toString()),
                        java.util.Map.of())
                .output();
        byte[] packed = Files.readAllBytes(archive);
        System.arraycopy(packed, 0, content, 0, Math.min(packed.length, content.length));
        arena.server().command("application", "publish", "large", "1.0.0", "--file", archive.toString());
        return sha256(packed);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
