package dev.slipway.bench;

import dev.slipway.bench.machine.Ground;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data directory of a server that knows many devices, each with settings and an application, so that a bundle has
 * about 2 KB.
 *
 * @param empty what the server was before they were there
 */
record Fleet(Ground ground, BenchOptions options, Path data, Empty empty) {
    private static final int SETTINGS = 12;
    private static final int ARCHIVE_BYTES = 1_000;

    /**
     * A server without devices.
     *
     * @param liveBytes of its heap
     */
    record Empty(long liveBytes) {}

    /** Starts a server once, which makes keys and tenant, and writes the devices. */
    static Fleet make(Ground ground, BenchOptions options) throws IOException, InterruptedException {
        Path data = ground.directory("data");
        var fleet = new Fleet(ground, options, data, new Empty(0));
        Empty empty = fleet.first();
        new Seeding(data, options.devices()).run();
        return new Fleet(ground, options, data, empty);
    }

    /** A server on it; one at a time. */
    SlipwayServer start() throws IOException, InterruptedException {
        return SlipwayServer.start(SlipwayServer.java(options.java().toArray(String[]::new)), data);
    }

    /** The same as an administrator starts it, with the AOT cache that {@code ./slipway} keeps. */
    SlipwayServer startAsUsual() throws IOException, InterruptedException {
        return SlipwayServer.start(List.of(System.getProperty("slipway.home") + "/slipway"), data);
    }

    private Empty first() throws IOException, InterruptedException {
        try (SlipwayServer server = start()) {
            Path archive = Archive.of(ground.file("bench"), new byte[ARCHIVE_BYTES]);
            server.command("application", "publish", "bench", "1.0.0", "--file", archive.toString());
            server.command("assignment", "create", "--application", "bench", "--everyone");
            server.command("profile", "create", "bench", "--kind", "profile");
            List<String> settings = new ArrayList<>(List.of("profile", "set", "bench"));
            IntStream.range(0, SETTINGS)
                    .forEach(i -> settings.addAll(
                            List.of("--enforced", "application.bench.key" + i + "=value " + i + " of ${user.name}")));
            server.command(settings.toArray(String[]::new));
            server.command("assignment", "create", "--profile", "bench", "--everyone");
        }
        try (SlipwayServer again = start()) {
            return new Empty(again.liveBytes());
        }
    }
}
