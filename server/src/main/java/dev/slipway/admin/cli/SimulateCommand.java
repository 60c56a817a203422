package dev.slipway.admin.cli;

import dev.slipway.admin.cli.simulate.Ending;
import dev.slipway.admin.cli.simulate.HouseApi;
import dev.slipway.admin.cli.simulate.Make;
import dev.slipway.admin.cli.simulate.Scene;
import dev.slipway.admin.cli.simulate.Simulation;
import dev.slipway.admin.cli.simulate.World;
import dev.slipway.admin.cli.text.SimulationText;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.FleetPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** {@code simulate}: a fleet of phones against a real server. */
record SimulateCommand(Supplier<World> worlds) {
    private static final URI USUAL_SERVER = URI.create("http://127.0.0.1:3600");
    private static final URI USUAL_METRICS = URI.create("http://127.0.0.1:3609/metrics");
    private static final double PERCENT = 100;
    private static final List<String> COLUMNS = List.of(
            "part",
            "seconds",
            "requests",
            "ok",
            "not_modified",
            "refused",
            "silent",
            "other",
            "mean",
            "peak",
            "goodput",
            "p50_millis",
            "p99_millis",
            "cpu_seconds");

    CommandSpec spec() {
        CommandSpec simulate = Commands.add(
                Commands.group("slipway", ""),
                "simulate",
                "Let simulated phones fetch their files from a real server.",
                this::run);
        simulate.addOption(Commands.required("--devices", "N", "How many, 1 to " + Scene.DEVICES_MAX + "."));
        simulate.addOption(Commands.several("--type", "TYPE", Make.words() + "; snom when not said. Several times."));
        simulate.addOption(Commands.option("--period", "TIME", "Of the plan they follow; else what their files say."));
        simulate.addOption(Commands.option("--mode", "MODE", "Of that plan, rel or rnd; rel."));
        simulate.addOption(Commands.flag("--spread", "Each phone has its own out of that plan."));
        simulate.addOption(Commands.option("--minutes", "N", "How long they follow it; 2. 0 for not at all."));
        simulate.addOption(Commands.option("--load", "N", "Then ask N times as much as the server can answer."));
        simulate.addOption(Commands.flag("--power-cut", "At last let all start anew, and time the drain."));
        simulate.addOption(Commands.option("--boot-spread", "SECONDS", "Standard deviation of their starts; 20."));
        simulate.addOption(Commands.option("--capacity", "N", "Answers per second of the server; else measured."));
        simulate.addOption(Commands.option("--deaf", "PERCENT", "Phones that ignore Retry-After; 0."));
        simulate.addOption(Commands.option("--etag", "PERCENT", "Phones that send If-None-Match, as no real one; 0."));
        simulate.addOption(Commands.option("--at", "URL", "Portal that they ask; else the tenant's public address."));
        simulate.addOption(Commands.option("--metrics", "URL", "Where the server tells its CPU time; else the usual."));
        simulate.addOption(Commands.option("--seed", "N", "The same gives the same starts; 42."));
        simulate.addOption(Commands.flag("--keep", "Leave the devices; the next run takes them over."));
        return simulate;
    }

    private int run(Session session) {
        Rest rest = session.rest();
        Scene scene = MaintenanceCommands.refusing(() -> scene(session, rest.server()));
        var random = new Random(PollingCommands.whole(session.option("--seed").orElse("42")));
        try (World world = worlds.get();
                Ending ending = Ending.awaited()) {
            var simulation = new Simulation(world, random, ending::isWanted, session::say);
            JsonNode report = MaintenanceCommands.refusing(
                    () -> simulation.play(scene, new Administration(rest), session.flag("--keep")));
            tell(session, report);
        }
        return Exit.OK;
    }

    private static Scene scene(Session session, URI server) {
        List<String> types = session.options("--type");
        List<Make> makes = types.isEmpty()
                ? List.of(Make.SNOM)
                : types.stream().map(SimulateCommand::make).toList();
        return new Scene(
                new Scene.Fleet(
                        Math.clamp(Math.round(number(session, "--devices", 0)), 0, Integer.MAX_VALUE),
                        makes,
                        number(session, "--deaf", 0) / PERCENT,
                        number(session, "--etag", 0) / PERCENT),
                session.option("--period").map(period -> plan(session, period)),
                Duration.ofMillis(Math.round(number(session, "--minutes", 2) * 60_000)),
                new Scene.Events(
                        number(session, "--load", 0),
                        session.flag("--power-cut"),
                        number(session, "--boot-spread", 20)),
                new Scene.Server(
                        number(session, "--capacity", 0),
                        session.option("--at").map(SimulateCommand::uri),
                        session.option("--metrics").map(SimulateCommand::uri).or(() -> Optional.of(USUAL_METRICS)
                                .filter(usual -> server.equals(USUAL_SERVER)))));
    }

    private static Make make(String word) {
        return Make.of(word)
                .orElseThrow(() -> new Failed(
                        Exit.USAGE, "cli.simulate", "There is no simulated phone " + word + ": " + Make.words() + "."));
    }

    private static FleetPlan plan(Session session, String period) {
        try {
            Duration every = Duration.ofSeconds(PollingCommands.seconds(period));
            PollingPlan plan =
                    switch (session.option("--mode").orElse("rel")) {
                        case "rel" -> PollingPlan.rel(every);
                        case "rnd" -> PollingPlan.rnd(every, LocalTime.MIDNIGHT, LocalTime.of(23, 59));
                        default -> throw new Failed(Exit.USAGE, "cli.simulate", "--mode takes rel or rnd here.");
                    };
            return new FleetPlan(plan, session.flag("--spread"), Instant.EPOCH);
        } catch (IllegalArgumentException outOfRange) {
            throw new Failed(Exit.USAGE, "cli.simulate", outOfRange.getMessage() + "; choose another --period.");
        }
    }

    private static double number(Session session, String option, double unsaid) {
        return session.option(option).map(PollingCommands::number).orElse(unsaid);
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return uri;
            }
            throw new IllegalArgumentException(text);
        } catch (IllegalArgumentException wrong) {
            throw new Failed(Exit.USAGE, "cli.simulate", "That is no address such as http://127.0.0.1:3605: " + text);
        }
    }

    /** The parts are a table; what follows from them stands in sentences. */
    private static void tell(Session session, JsonNode report) {
        if (session.isWhole()) {
            session.printer().record(report);
            return;
        }
        session.printer().list(report.path("parts").valueStream().toList(), COLUMNS);
        SimulationText.of(report).forEach(session::say);
    }

    /** The REST API; a record that is there already stays. */
    private record Administration(Rest rest) implements HouseApi {
        @Override
        public boolean make(String kind, Map<String, Object> record) {
            try {
                rest.post(Rest.path(kind), Rest.JSON.valueToTree(record));
                return true;
            } catch (Failed failed) {
                if (failed.exit() != Exit.CONFLICT) {
                    throw failed;
                }
                return false;
            }
        }

        @Override
        public JsonNode act(String kind, String name, String act, Map<String, Object> form) {
            return rest.post(Rest.path(kind, name, act), Rest.JSON.valueToTree(form));
        }

        @Override
        public List<String> devicesIn(String group) {
            return Noun.all(rest, Rest.path("groups", group, "devices")).stream()
                    .map(device -> device.path("name").asString(""))
                    .toList();
        }

        @Override
        public void remove(String kind, String name) {
            rest.bare("DELETE", Rest.path(kind, name));
        }
    }
}
