package dev.slipway.admin.cli;

import dev.slipway.admin.cli.text.DifferenceText;
import dev.slipway.admin.cli.text.ExplanationText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is done with devices and their types besides keeping them. */
final class DeviceCommands {
    private static final String DEVICES = Nouns.DEVICE.words();

    private DeviceCommands() {}

    static CommandSpec devices() {
        CommandSpec noun = Nouns.DEVICE.spec();
        verb(noun, "explain", "Why it gets what it gets.", DeviceCommands::explain);
        verb(noun, "preview", "A file as it would get it, with stars for secrets.", DeviceCommands::preview)
                .addOption(Commands.option("--file", "NAME", "Another file than the main one."));
        verb(noun, "diff", "What changes in a file when it fetches it next.", DeviceCommands::diff)
                .addOption(Commands.option("--file", "NAME", "Another file than the main one."));
        verb(noun, "address", "Open its address for a first contact, and print it.", DeviceCommands::address)
                .addOption(Commands.option("--open-seconds", "N", "How long; 14 days unless told."))
                .addOption(Commands.flag("--rotate", "End every earlier address."));
        verb(noun, "requests", "Why it got what it got, or nothing: its last requests.", DeviceCommands::requests);
        verb(noun, "timeline", "What it reported, and how far each application is.", DeviceCommands::timeline);
        verb(noun, "accounts", "Which accounts stand on it, in order.", DeviceCommands::accounts);
        CommandSpec place = Commands.add(noun, "place", "Say which accounts stand on it.", DeviceCommands::place);
        place.addPositional(Nouns.DEVICE.which());
        place.addOption(Commands.several(
                "--account", "ADDRESS", "In this order; none gives it back those of its user. Several times."));
        wake(verb(noun, "wake", "Make it fetch now.", session -> wake(session, DEVICES)))
                .addOption(Commands.option("--to", "HOST:PORT", "Where it is; else where it was last, port 5060."));
        verb(noun, "block", "Answer it like an unknown one.", session -> step(session, "block"));
        verb(noun, "unblock", "Let it in again.", session -> step(session, "unblock"));
        verb(noun, "lost", "Block it, disable its accounts, void its user's links.", session -> step(session, "lost"));
        verb(noun, "retire", "End its token for good.", session -> step(session, "retire"));
        return noun;
    }

    static CommandSpec types() {
        CommandSpec noun = Nouns.DEVICE_TYPE.spec();
        Commands.add(noun, "test", "Which type a device would be of, and why.", DeviceCommands::test)
                .addOption(Commands.several("--claim", "FIELD=VALUE", "What it says of itself. Several times."));
        return noun;
    }

    /** Adds to the group's verbs what is done with the devices in it. */
    static void addTo(CommandSpec group) {
        String about = "Make the phones in it and below it fetch now, one after the other.";
        wake(Commands.add(group, "wake", about, session -> wake(session, Nouns.GROUP.words())))
                .addPositional(Nouns.GROUP.which());
    }

    private static CommandSpec wake(CommandSpec verb) {
        return verb.addOption(Commands.flag("--reboot", "Let them start anew."));
    }

    /** All woken is a success, some are partly done, and none is a failure. */
    private static int wake(Session session, String words) {
        ObjectNode body = Rest.JSON.createObjectNode().put("reboot", session.flag("--reboot"));
        if (words.equals(DEVICES)) {
            session.option("--to").ifPresent(to -> body.put("to", to));
        }
        JsonNode done = session.rest().post(Rest.path(words, session.positional(0), "wake"), body);
        session.printer()
                .list(done.path("outcomes").valueStream().toList(), List.of("device", "state", "to", "status"));
        int woken = done.path("woken").asInt(0);
        int asked = done.path("outcomes").size();
        session.say("%d of %d woken".formatted(woken, asked));
        return woken == asked ? Exit.OK : woken > 0 ? Exit.PARTLY : Exit.INVALID;
    }

    private static CommandSpec verb(CommandSpec noun, String name, String about, Commands.Action action) {
        return Commands.add(noun, name, about, action).addPositional(Nouns.DEVICE.which());
    }

    private static JsonNode ofFile(Session session, String what) {
        String path = Rest.path(DEVICES, session.positional(0), what);
        return session.rest()
                .get(session.option("--file")
                        .map(file -> path + "?file=" + Rest.encoded(file))
                        .orElse(path));
    }

    /** That there is a difference is no failure: scripts look at the field {@code state}. */
    private static int diff(Session session) {
        JsonNode difference = ofFile(session, "difference");
        session.printer().text(DifferenceText.of(session.positional(0), difference), difference);
        return Exit.OK;
    }

    private static int preview(Session session) {
        JsonNode preview = ofFile(session, "preview");
        preview.path("warnings").forEach(warning -> session.say(warning.asString("")));
        session.printer().text(preview.path("body").asString(""), preview);
        return Exit.OK;
    }

    private static int requests(Session session) {
        JsonNode requests = session.rest().get(Rest.path(DEVICES, session.positional(0), "requests"));
        session.printer()
                .list(
                        requests.path("items").valueStream().toList(),
                        List.of(
                                "at",
                                "since",
                                "count",
                                "steps.identify",
                                "steps.admit",
                                "steps.decide",
                                "steps.answer"));
        return Exit.OK;
    }

    private static long seconds(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new Failed(Exit.USAGE, "cli.number", "--open-seconds takes a whole number of seconds.");
        }
    }

    private static int address(Session session) {
        ObjectNode body = Rest.JSON.createObjectNode();
        session.option("--open-seconds").ifPresent(seconds -> body.put("open_seconds", seconds(seconds)));
        body.put("rotate", session.flag("--rotate"));
        session.printer().record(session.rest().post(Rest.path(DEVICES, session.positional(0), "address"), body));
        return Exit.OK;
    }

    private static int explain(Session session) {
        JsonNode explanation = session.rest().get(Rest.path(DEVICES, session.positional(0), "explanation"));
        session.printer().text(ExplanationText.of(explanation), explanation);
        return Exit.OK;
    }

    private static int timeline(Session session) {
        JsonNode timeline = session.rest().get(Rest.path(DEVICES, session.positional(0), "timeline"));
        if (session.isWhole()) {
            session.printer().record(timeline);
            return Exit.OK;
        }
        session.printer()
                .list(
                        timeline.path("events").valueStream().toList(),
                        List.of(
                                "at",
                                "step",
                                "subject.application",
                                "subject.release",
                                "outcome.state",
                                "outcome.detail"));
        timeline.path("deliveries")
                .forEach(delivery -> session.say("%s %s: %s"
                        .formatted(
                                delivery.path("application").asString(""),
                                delivery.path("release").asString(""),
                                delivery.path("state").asString(""))));
        return Exit.OK;
    }

    private static int accounts(Session session) {
        JsonNode accounts = session.rest().get(Rest.path(DEVICES, session.positional(0), "accounts"));
        session.printer().list(accounts.path("accounts").valueStream().toList(), List.of("account", "label"));
        return Exit.OK;
    }

    private static int place(Session session) {
        ObjectNode body = Rest.JSON.createObjectNode();
        var accounts = body.putArray("accounts");
        session.options("--account").forEach(address -> accounts.addObject().put("account", address));
        session.rest().put(Rest.path(DEVICES, session.positional(0), "accounts"), body);
        return accounts(session);
    }

    private static int step(Session session, String step) {
        session.printer().record(session.rest().bare("POST", Rest.path(DEVICES, session.positional(0), step)));
        return Exit.OK;
    }

    private static int test(Session session) {
        ObjectNode body = Rest.JSON.createObjectNode();
        ObjectNode fields = body.putObject("fields");
        Stream<String> claims = session.options("--claim").stream();
        claims.forEach(claim -> {
            int equals = claim.indexOf('=');
            if (equals < 1) {
                throw new Failed(Exit.USAGE, "cli.claim", "--claim takes FIELD=VALUE, such as platform=linux.");
            }
            fields.put(claim.substring(0, equals), claim.substring(equals + 1));
        });
        JsonNode match = session.rest().post(Rest.path(Nouns.DEVICE_TYPE.words(), "test"), body);
        String lines = match.path("explanation")
                .valueStream()
                .map(line -> "\n  " + line.asString(""))
                .collect(Collectors.joining());
        session.printer().text(match.path("type").asString("no type") + lines, match);
        return Optional.of(match.path("type").asString(""))
                .filter(String::isEmpty)
                .map(none -> Exit.INVALID)
                .orElse(Exit.OK);
    }
}
