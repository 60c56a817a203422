package dev.slipway.bench;

import dev.slipway.bench.load.Duel;
import dev.slipway.bench.load.Duel.Figures;
import dev.slipway.bench.load.Duel.Side;
import dev.slipway.bench.load.Load;
import dev.slipway.bench.machine.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server with its fleet and, beside it, nginx: both warm, both up, under the same loads in turn. */
record Arena(Ground ground, SlipwayServer server, Nginx nginx, Duel duel, int devices) implements AutoCloseable {
    static final String BUNDLE = "/boot/v1/bundle";

    /** Devices whose bundles are asked for whole: fewer than the cache of bodies holds. */
    static final int WHOLE = 2_000;

    /** Both started; the bodies of the first devices are in the server's memory, and one of them lies before nginx. */
    static Arena open(Fleet fleet, BenchOptions options) throws IOException, InterruptedException {
        Ground ground = fleet.ground();
        Path script = Files.writeString(ground.file("poll.lua"), Seeding.text("poll.lua"));
        SlipwayServer server = fleet.start().filled();
        Nginx nginx = Nginx.start(ground.directory("nginx"), server.keys());
        var duel = new Duel(script, options.time(), options.rounds());
        var arena = new Arena(ground, server, nginx, duel, options.devices());
        arena.prepare();
        return arena;
    }

    private void prepare() throws IOException, InterruptedException {
        for (int device = 0; device < WHOLE; device++) {
            byte[] body = Http.body(server.url() + BUNDLE, Seeding.token(device));
            if (device == 0) {
                serve(BUNDLE, body);
            }
        }
    }

    @Override
    public void close() {
        nginx.close();
        server.close();
    }

    /** A load of the server: kept-alive polls of all devices that show their ETags, unless changed. */
    Load polls(String url, int connections) throws IOException {
        return new Load(url, known(), BUNDLE, Load.Manner.KEEP, connections);
    }

    /** Requests of every device with its ETag. */
    Path known() throws IOException {
        return Seeding.requests(ground.file("known"), WHOLE, devices, true);
    }

    /** Requests of the first devices without one. */
    Path whole() throws IOException {
        return Seeding.requests(ground.file("whole"), 0, WHOLE, false);
    }

    /** The same number of requests for nginx, with the one ETag it gives {@code path}. */
    Path peerKnown(String path) throws IOException, InterruptedException {
        String etag = Http.header(nginx.url() + path, "etag");
        StringBuilder lines = new StringBuilder();
        for (int device = WHOLE; device < devices; device++) {
            lines.append(Seeding.token(device)).append(' ').append(etag).append('\n');
        }
        return Files.writeString(ground.file("peer-known"), lines);
    }

    /** Lays a file before nginx. */
    void serve(String path, byte[] bytes) throws IOException {
        Path file = ground.file("nginx" + path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    List<Figures> fight(Load ours, Load peer) throws IOException, InterruptedException {
        return duel.between(new Side(server.cpu(), ours), new Side(nginx.cpu(), peer));
    }

    Figures alone(Load ours) throws IOException, InterruptedException {
        return duel.alone(new Side(server.cpu(), ours));
    }
}
