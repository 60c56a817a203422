package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs the rows of DESIGN section 6 that concern polls, downloads, refusals, memory and the start. Everything it starts
 * it also stops, by its process.
 */
public final class PollBench {
    private static final int MILLION = 1_000_000;
    private static final int STARTS = 10;
    private static final int SETTINGS = 12;
    private static final int SMALL = 1_000;

    private final BenchOptions options;
    private final Table table;

    private PollBench(BenchOptions options) {
        this.options = options;
        this.table = new Table(System.out);
    }

    /** See {@link BenchOptions#USAGE}. */
    public static void main(String[] words) throws IOException, InterruptedException {
        if (List.of(words).contains("--help")) {
            System.out.print(BenchOptions.USAGE);
            return;
        }
        var bench = new PollBench(BenchOptions.of(words));
        try (Ground ground = Ground.open()) {
            bench.run(ground);
        }
    }

    private void run(Ground ground) throws IOException, InterruptedException {
        System.out.printf(
                "devices=%d seconds=%d rounds=%d java=%s%n",
                options.devices(), options.time().toSeconds(), options.rounds(), options.java());
        Path data = ground.directory("data");
        long empty = first(data);
        new Seeding(data, options.devices()).run();
        try (SlipwayServer server = start(data)) {
            if (options.works().contains("memory")) {
                memory(server, empty);
            }
            duels(ground, server);
        }
        if (options.works().contains("start")) {
            starts(data);
        }
    }

    /** The first start makes keys and tenant; everyone is given settings, so that a bundle has about 2 KB. */
    private long first(Path data) throws IOException, InterruptedException {
        try (SlipwayServer server = start(data)) {
            Path archive = Archive.of(data.resolveSibling("bench"), new byte[SMALL]);
            server.command("application", "publish", "bench", "1.0.0", "--file", archive.toString());
            server.command("assignment", "create", "--application", "bench", "--everyone");
            server.command("profile", "create", "bench", "--kind", "profile");
            List<String> settings = new ArrayList<>(List.of("profile", "set", "bench"));
            IntStream.range(0, SETTINGS)
                    .forEach(i -> settings.addAll(
                            List.of("--enforced", "application.bench.key" + i + "=value " + i + " of ${user.name}")));
            server.command(settings.toArray(String[]::new));
            server.command("assignment", "create", "--profile", "bench", "--everyone");
            return server.liveBytes();
        }
    }

    private SlipwayServer start(Path data) throws IOException, InterruptedException {
        return SlipwayServer.start(SlipwayServer.java(options.java().toArray(String[]::new)), data);
    }

    private void memory(SlipwayServer server, long empty) throws IOException, InterruptedException {
        table.head("Memory in the read model");
        long more = server.liveBytes() - empty;
        table.fact(
                options.devices() + " devices: live heap above an empty server",
                "%.1f MB, %.0f B a device".formatted(more / 1e6, (double) more / options.devices()));
        for (int devices : new int[] {options.devices(), MILLION}) {
            double bytes = RosterSize.of(devices);
            table.fact(
                    "%d devices: the roster's arrays alone".formatted(devices),
                    "%.1f MB, %.0f B a device".formatted(bytes / 1e6, bytes / devices));
        }
        table.fact("start with them", "%.2f s".formatted(server.startedIn().toMillis() / 1e3));
    }

    private void duels(Ground ground, SlipwayServer server) throws IOException, InterruptedException {
        Path script = Files.writeString(ground.file("poll.lua"), Seeding.text("poll.lua"));
        try (Nginx nginx = Nginx.start(ground.directory("nginx"), server.keys())) {
            var duel = new Duel(script, options.time(), options.rounds());
            var arena = new Arena(ground, server, nginx, duel, options.devices());
            var polls = new Polls(arena, table);
            polls.prepare();
            for (String work : BenchOptions.WORKS) {
                if (options.works().contains(work)) {
                    duel(work, arena, polls);
                }
            }
        }
    }

    private void duel(String work, Arena arena, Polls polls) throws IOException, InterruptedException {
        switch (work) {
            case "poll" -> polls.clear();
            case "tls" -> polls.tls();
            case "refusal" -> polls.refusals();
            case "download" -> new Downloads(arena, table).run();
            case "render" -> new Renderings(arena, table).run();
            default -> {
                // Memory and start have a server of their own.
            }
        }
    }

    private void starts(Path data) throws IOException, InterruptedException {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (SlipwayServer server = start(data)) {
                times.add(server.startedIn());
            }
        }
        times.sort(Duration::compareTo);
        table.head("Start, " + options.devices() + " devices");
        table.fact(
                "exec to the first 200, %d starts: least, middle, most".formatted(STARTS),
                "%d ms, %d ms, %d ms"
                        .formatted(
                                times.getFirst().toMillis(),
                                times.get(STARTS / 2).toMillis(),
                                times.getLast().toMillis()));
    }
}
