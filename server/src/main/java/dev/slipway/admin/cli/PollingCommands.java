package dev.slipway.admin.cli;

import dev.slipway.admin.cli.text.PollingText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Polling: what plans ask of the server, a plan for a wish, and what would happen. */
final class PollingCommands {
    private static final String NOUN = "polling";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(s|m|min|h|d)?");
    private static final Pattern WINDOW = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    private PollingCommands() {}

    static CommandSpec spec() {
        CommandSpec noun = Commands.group(NOUN, "When devices ask, and what that takes.");
        Commands.add(noun, "forecast", "What the plans of all devices ask of the server.", PollingCommands::forecast)
                .addOption(Commands.option("--capacity", "N", "Answers per second that the server can give."));
        plan(Commands.add(
                noun, "plan", "A flat plan for a wish; nothing changes without --apply.", PollingCommands::plan));
        Commands.add(
                        noun,
                        "off",
                        "Write that polling is off; leaving a plan out would not end it.",
                        PollingCommands::off)
                .addOption(
                        Commands.option("--to", "PLACE", "everyone, or such as group:staff; everyone when not said."));
        simulate(Commands.add(noun, "simulate", "All devices ask at once: what then?", PollingCommands::simulate));
        return noun;
    }

    private static void plan(CommandSpec plan) {
        plan.addOption(Commands.required("--capacity", "N", "Answers per second that the server can give."));
        plan.addOption(Commands.required("--freshness", "TIME", "How old what a device has may become: 1h, 2d."));
        plan.addOption(Commands.option("--to", "PLACE", "everyone, or such as group:staff; everyone when not said."));
        plan.addOption(Commands.option("--share", "PERCENT", "Of the capacity, for polls; 10 when not said."));
        plan.addOption(Commands.option("--devices", "N", "How many; those of the place when not said."));
        plan.addOption(Commands.option("--mode", "MODE", "rel, abs or rnd; whichever suits when not said."));
        plan.addOption(Commands.option("--window", "FROM-TO", "When devices may ask, on their clocks: 22:00-06:00."));
        plan.addOption(Commands.option("--ownership", "WORD", "enforced, initial or locked; locked when not said."));
        plan.addOption(Commands.flag("--apply", "Give the plan to the place."));
    }

    private static void simulate(CommandSpec simulate) {
        simulate.addOption(Commands.required("--devices", "N", "How many."));
        simulate.addOption(Commands.required("--mode", "MODE", "rel, abs or rnd."));
        simulate.addOption(Commands.option("--period", "TIME", "Period; a day when not said."));
        simulate.addOption(Commands.option("--window", "FROM-TO", "Window of abs and rnd; all day when not said."));
        simulate.addOption(Commands.flag("--spread", "Each device has its own out of the plan."));
        simulate.addOption(Commands.option("--boot-spread", "SECONDS", "Standard deviation of boots; 20."));
        simulate.addOption(Commands.option("--clock-error", "SECONDS", "Standard deviation of clocks; 1."));
        simulate.addOption(Commands.option("--drift", "PPM", "Standard deviation of crystals; 20."));
        simulate.addOption(Commands.option("--from", "TIME", "Count from so long after they asked; 1d."));
        simulate.addOption(Commands.option("--length", "TIME", "Count for so long; 1d."));
        simulate.addOption(Commands.option("--capacity", "N", "Drain them at so many answers per second, too."));
        simulate.addOption(Commands.option("--refusal-cost", "SHARE", "Of an answer; 0.02."));
        simulate.addOption(Commands.option("--retry", "WORD", "fixed, exponential, jitter, constant or planned."));
        simulate.addOption(Commands.option("--deaf", "PERCENT", "Devices that ignore Retry-After; 0."));
        simulate.addOption(Commands.option("--seed", "N", "The same gives the same; 42."));
    }

    private static int forecast(Session session) {
        JsonNode forecast = session.rest().get(Rest.path(NOUN, "forecast"));
        double capacity =
                session.option("--capacity").map(PollingCommands::number).orElse(0.0);
        session.printer().text(PollingText.forecast(forecast, capacity), forecast);
        return Exit.OK;
    }

    private static int plan(Session session) {
        ObjectNode wish = Rest.JSON.createObjectNode();
        double capacity = number(session.option("--capacity").orElseThrow());
        ObjectNode demand = wish.putObject("demand").put("answers_per_second", capacity);
        session.option("--share").ifPresent(share -> demand.put("share_percent", number(share)));
        session.option("--devices").ifPresent(devices -> demand.put("devices", whole(devices)));
        wish.put("freshness_seconds", seconds(session.option("--freshness").orElseThrow()));
        session.option("--to").ifPresent(to -> wish.put("to", to));
        session.option("--mode").ifPresent(mode -> wish.put("mode", mode));
        session.option("--ownership").ifPresent(ownership -> wish.put("ownership", ownership));
        window(session)
                .ifPresent(window ->
                        wish.putObject("window").put("from", window.group(1)).put("to", window.group(2)));
        boolean apply = session.flag("--apply");
        JsonNode proposal = apply
                ? session.rest().put(Rest.path(NOUN, "plan"), wish)
                : session.rest().post(Rest.path(NOUN, "proposal"), wish);
        session.printer().text(PollingText.proposal(proposal, capacity), proposal);
        session.say(apply ? "the plan is given" : "nothing is changed; --apply gives the plan");
        return Exit.OK;
    }

    private static int off(Session session) {
        String to = session.option("--to").orElse("everyone");
        session.rest().post(Rest.path(NOUN, "off"), Rest.JSON.createObjectNode().put("to", to));
        session.say("polling is off for " + to + "; devices learn it when they ask next");
        return Exit.OK;
    }

    private static int simulate(Session session) {
        ObjectNode form = Rest.JSON.createObjectNode();
        form.put("devices", whole(session.option("--devices").orElseThrow()));
        ObjectNode plan = form.putObject("plan")
                .put("mode", session.option("--mode").orElseThrow())
                .put("period_seconds", seconds(session.option("--period").orElse("1d")))
                .put("spread", session.flag("--spread"));
        Optional<Matcher> window = window(session);
        plan.put("time", window.map(times -> times.group(1)).orElse("00:00"));
        plan.put("time_rnd_end", window.map(times -> times.group(2)).orElse("23:59"));
        ObjectNode chances = form.putObject("chances");
        put(session, "--boot-spread", chances, "boot_spread_seconds");
        put(session, "--clock-error", chances, "clock_error_seconds");
        put(session, "--drift", chances, "drift_ppm");
        session.option("--seed").ifPresent(seed -> chances.put("seed", whole(seed)));
        ObjectNode observed = form.putObject("observed");
        session.option("--from").ifPresent(from -> observed.put("from_seconds", seconds(from)));
        session.option("--length").ifPresent(length -> observed.put("length_seconds", seconds(length)));
        session.option("--capacity").ifPresent(capacity -> server(session, form, capacity));
        JsonNode run = session.rest().post(Rest.path(NOUN, "simulation"), form);
        session.printer().text(PollingText.simulation(run), run);
        return Exit.OK;
    }

    private static void server(Session session, ObjectNode form, String capacity) {
        ObjectNode server = form.putObject("server").put("answers_per_second", number(capacity));
        put(session, "--refusal-cost", server, "refusal_cost");
        put(session, "--deaf", server, "deaf_percent");
        session.option("--retry").ifPresent(retry -> server.put("retry", retry));
    }

    private static void put(Session session, String option, ObjectNode into, String field) {
        session.option(option).ifPresent(text -> into.put(field, number(text)));
    }

    private static Optional<Matcher> window(Session session) {
        return session.option("--window").map(text -> {
            Matcher window = WINDOW.matcher(text);
            if (!window.matches()) {
                throw new Failed(Exit.USAGE, "cli.window", "--window takes two times of day such as 22:00-06:00.");
            }
            return window;
        });
    }

    static long seconds(String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            throw new Failed(Exit.USAGE, "cli.duration", "A time reads 90s, 30m, 12h or 2d.");
        }
        long count = Long.parseLong(duration.group(1));
        return count
                * switch (Optional.ofNullable(duration.group(2)).orElse("s")) {
                    case "d" -> 86_400;
                    case "h" -> 3_600;
                    case "m", "min" -> 60;
                    default -> 1;
                };
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new Failed(Exit.USAGE, "cli.number", "A number is expected, such as 2000 or 0.5.");
        }
    }

    static long whole(String text) {
        return Math.round(number(text));
    }
}
