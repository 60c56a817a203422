package dev.slipway.bench;

import dev.slipway.bench.Table.Wanted;
import dev.slipway.bench.load.Duel;
import dev.slipway.bench.load.Duel.Figures;
import dev.slipway.bench.load.Duel.Side;
import dev.slipway.bench.load.Load;
import dev.slipway.bench.machine.Ground;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Phones fetch their settings files, each below an address of its own: what did not change, with an ETag and without
 * one, as phones do, and what did. Beside nginx, which finds the same bytes behind every address.
 */
record Phones(Ground ground, BenchOptions options, Table table) {
    /** As {@code poll.lua} and the pins in {@code phones.sql} have it. */
    private static final String USER_AGENT = "Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16)";

    private static final int CONNECTIONS = 16;
    private static final Wanted NOT_MODIFIED = new Wanted(2, 1.2);
    private static final Wanted WHOLE = new Wanted(2, 1.5);

    void run() throws IOException, InterruptedException {
        PhoneFleet fleet = PhoneFleet.make(ground, options);
        Path script = Files.writeString(ground.file("phones.lua"), Seeding.text("poll.lua"));
        var duel = new Duel(script, options.time(), options.rounds());
        Path root = ground.directory("phones-nginx");
        try (SlipwayServer server = fleet.start().filled();
                Nginx nginx = Nginx.start(root, server.keys())) {
            memory(fleet, server);
            List<HttpResponse<byte[]>> files = first(fleet, server);
            Files.write(root.resolve("settings.xml"), files.getFirst().body());
            unchanged(new Sides(duel, server, nginx), fleet, files);
            table.head("Files of phones rendered anew after a change for everyone");
            Load asking = load(server.url(), whole(fleet), Load.Manner.ONCE, Renderings.CONNECTIONS);
            new Renderings(server, duel, asking, "snom.bench_round", table).run("a phone's file");
        }
    }

    private record Sides(Duel duel, SlipwayServer server, Nginx nginx) {
        List<Figures> fight(Load ours, Load peer) throws IOException, InterruptedException {
            return duel.between(new Side(server.cpu(), ours), new Side(nginx.cpu(), peer));
        }
    }

    private void memory(PhoneFleet fleet, SlipwayServer server) throws IOException, InterruptedException {
        table.head("Phones: memory");
        double live = (server.liveBytes() - fleet.emptyBytes()) / (double) options.devices();
        table.fact(
                "%,d phones: live heap of the process above an empty server".formatted(options.devices()),
                "%.0f B a phone".formatted(live));
    }

    /** Each file once, so that a server that keeps them has them. */
    private static List<HttpResponse<byte[]>> first(PhoneFleet fleet, SlipwayServer server)
            throws IOException, InterruptedException {
        List<HttpResponse<byte[]>> files = new ArrayList<>();
        for (String path : fleet.paths()) {
            files.add(Http.phone(server.url() + path, USER_AGENT));
        }
        return List.copyOf(files);
    }

    private void unchanged(Sides sides, PhoneFleet fleet, List<HttpResponse<byte[]>> files)
            throws IOException, InterruptedException {
        table.head("Phones: files that did not change, %,d B"
                .formatted(files.getFirst().body().length));
        Path ours = known(fleet, "known-to-us", files.stream().map(Phones::etag).toList());
        String one = etag(Http.phone(sides.nginx.url() + fleet.paths().getFirst(), USER_AGENT));
        Path peers = known(
                fleet, "known-to-nginx", fleet.paths().stream().map(path -> one).toList());
        Path whole = whole(fleet);
        for (boolean tls : new boolean[] {false, true}) {
            String url = tls ? sides.server.tlsUrl() : sides.server.url();
            String peer = tls ? sides.nginx.tlsUrl() : sides.nginx.url();
            String how = tls ? " over TLS, 16 connections" : ", 16 connections";
            Load asking = load(url, ours, Load.Manner.KEEP, CONNECTIONS);
            table.duel("phone 304" + how, sides.fight(asking, asking.on(peer, peers)), NOT_MODIFIED);
            Load fetching = load(url, whole, Load.Manner.KEEP, CONNECTIONS);
            table.duel("phone 200 unchanged" + how, sides.fight(fetching, fetching.on(peer, whole)), WHOLE);
        }
    }

    private static Load load(String url, Path requests, Load.Manner manner, int connections) {
        return new Load(url, requests, Load.OWN_PATHS, manner, connections);
    }

    private static String etag(HttpResponse<byte[]> file) {
        return file.headers().firstValue("etag").orElse("-");
    }

    private Path whole(PhoneFleet fleet) throws IOException {
        return known(fleet, "files", fleet.paths().stream().map(path -> "-").toList());
    }

    /** Requests of phones with what they know, one after the other. */
    private Path known(PhoneFleet fleet, String name, List<String> etags) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int phone = 0; phone < etags.size(); phone++) {
            lines.append(fleet.paths().get(phone))
                    .append(' ')
                    .append(etags.get(phone))
                    .append('\n');
        }
        return Files.writeString(ground.file("phones-" + name), lines);
    }
}
