package dev.slipway.bench;

import dev.slipway.bench.load.Duel;
import dev.slipway.bench.machine.Ground;
import dev.slipway.bench.machine.Machine;
import dev.slipway.bench.messages.Outboxes;
import dev.slipway.bench.relay.Steered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Runs the rows of DESIGN section 6, each part alone or all of them. Everything it starts it also stops, by its
 * process.
 */
public final class Bench {
    private final BenchOptions options;
    private final Table table = new Table(System.out);

    private Bench(BenchOptions options) {
        this.options = options;
    }

    /** See {@link BenchOptions#USAGE}. */
    public static void main(String[] words) throws IOException, InterruptedException {
        BenchOptions options;
        try {
            options = BenchOptions.of(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.print(BenchOptions.USAGE);
            return;
        }
        try (Ground ground = Ground.open()) {
            new Bench(options).run(ground);
        }
    }

    private void run(Ground ground) throws IOException, InterruptedException {
        table.note("`" + options + "`, " + Machine.told());
        if (options.works().contains(Work.WAP)) {
            new WapDocuments(ground, table, options).run();
        }
        if (options.works().stream().anyMatch(Work::isOfBundles)) {
            ofBundles(ground);
        }
        if (options.works().contains(Work.PHONES)) {
            new Phones(ground, options, table).run();
        }
        if (options.works().contains(Work.MESSAGES)) {
            messages(ground);
        }
        if (options.works().contains(Work.RELAY)) {
            Path script = Files.writeString(ground.file("steered.lua"), Seeding.text("poll.lua"));
            new Steered(ground, new Duel(script, options.time(), options.rounds())).run();
        }
    }

    private void messages(Ground ground) throws IOException {
        table.head("Messages from the outbox, wall time, stubs in the same process");
        Map<String, Double> wanted = Map.of("http", 500.0, "smpp", 3_000.0);
        try (var outboxes = new Outboxes(ground.file("outboxes"), InstantSource.system())) {
            outboxes.run(options.rounds(), (gateway, rate) -> {
                double least = wanted.getOrDefault(gateway, 0.0);
                table.fact(
                        "messages by a gateway of " + gateway,
                        "%,.0f a second".formatted(rate),
                        ">= %,.0f a second".formatted(least),
                        rate >= least);
            });
        }
    }

    private void ofBundles(Ground ground) throws IOException, InterruptedException {
        Fleet fleet = Fleet.make(ground, options);
        if (options.works().stream().anyMatch(Work::isDuel)) {
            try (Arena arena = Arena.open(fleet, options)) {
                for (Work work : options.works()) {
                    inArena(work, arena);
                }
            }
        }
        for (Work work : options.works()) {
            alone(work, fleet);
        }
    }

    private void inArena(Work work, Arena arena) throws IOException, InterruptedException {
        switch (work) {
            case POLLS -> new Polls(arena, table).clear();
            case TLS -> new Polls(arena, table).tls();
            case REFUSALS -> new Polls(arena, table).refusals();
            case SLOW -> new SlowClients(arena, table).run();
            case LOGONS -> new LogOns(arena, table).run();
            case DOWNLOADS -> new Downloads(arena, table).run();
            case LINKS -> new LinkPages(arena, table).run();
            case RENDERINGS -> {
                table.head("Rendered anew after a change for everyone");
                Renderings.of(arena, table).run("a bundle");
            }
            case SEEN, MEMORY, START, RESTART, PHONES, WAP, MESSAGES, RELAY -> {
                // These have a server of their own, or none.
            }
        }
    }

    private void alone(Work work, Fleet fleet) throws IOException, InterruptedException {
        switch (work) {
            case SEEN -> new SeenBatches(fleet, table).run();
            case MEMORY -> new Memory(fleet, table).run();
            case START -> new Starts(fleet, table).quiet();
            case RESTART -> new Starts(fleet, table).killed();
            case PHONES, WAP, MESSAGES, RELAY -> {
                // They have a fleet of their own, or none.
            }
            case POLLS, TLS, REFUSALS, SLOW, LOGONS, DOWNLOADS, LINKS, RENDERINGS -> {
                // These were done in the arena.
            }
        }
    }
}
