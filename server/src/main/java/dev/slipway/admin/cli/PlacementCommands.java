package dev.slipway.admin.cli;

import dev.slipway.admin.cli.text.FleetChangeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is given to whom: profiles and policies, and assignments of them and of applications. */
final class PlacementCommands {
    private static final List<String> LAYERS = List.of("device-type", "group", "user", "account", "device");
    private static final List<String> OWNERSHIPS = List.of("enforced", "locked", "initial", "unmanaged");
    private static final Noun PROFILE = new Noun(
            "profile",
            "profiles",
            Optional.of("name"),
            List.of("name", "kind", "origin", "settings"),
            List.of(
                    new Field("--kind", "kind", Field.Type.WORD, "profile or policy."),
                    new Field("--origin", "origin", Field.Type.WORD, "own, operator, manufacturer or provider.")),
            "Named sets of settings.");

    private PlacementCommands() {}

    /** The place is said by an option of its layer, {@code --group staff} for {@code group:staff}. */
    static CommandSpec assignments() {
        CommandSpec noun = Nouns.ASSIGNMENT.spec().aliases("assign");
        noun.removeSubcommand("create");
        CommandSpec create =
                Commands.add(noun, "create", "Give an application or a profile.", PlacementCommands::assign);
        Nouns.ASSIGNMENT.fields().forEach(field -> create.addOption(field.spec()));
        create.addOption(Commands.flag("--everyone", "To all devices."));
        LAYERS.forEach(layer -> create.addOption(Commands.option("--" + layer, "NAME", "To this " + layer + ".")));
        return noun;
    }

    private static int assign(Session session) {
        ObjectNode record = Rest.JSON.createObjectNode();
        Nouns.ASSIGNMENT.fields().forEach(field -> field.fill(record, session));
        record.put("to", place(session));
        session.printer().record(session.rest().post(Rest.path(Nouns.ASSIGNMENT.words()), record));
        return Exit.OK;
    }

    private static String place(Session session) {
        Stream<String> layers =
                LAYERS.stream().flatMap(layer -> session.option("--" + layer).map(name -> layer + ":" + name).stream());
        List<String> places = Stream.concat(
                        Optional.of("everyone").filter(word -> session.flag("--everyone")).stream(), layers)
                .toList();
        if (places.size() != 1) {
            throw new Failed(
                    Exit.USAGE,
                    "cli.place",
                    "Say to whom, once: --everyone, --device-type, --group, --user, --account or --device.");
        }
        return places.getFirst();
    }

    /** Settings are set and unset one by one, each with its ownership as the option's name. */
    static CommandSpec profiles() {
        CommandSpec noun = PROFILE.spec();
        noun.removeSubcommand("update");
        PROFILE.update(noun, "Change what the options name.", PlacementCommands::update)
                .addOption(dryRun());
        CommandSpec set = Commands.add(noun, "set", "Set and unset settings; the others stay.", PlacementCommands::set);
        set.addPositional(PROFILE.which());
        set.addOption(dryRun());
        OWNERSHIPS.forEach(ownership -> set.addOption(Commands.several(
                "--" + ownership, "KEY=VALUE", "A setting that is " + ownership + ". Several times.")));
        set.addOption(Commands.several("--unset", "KEY", "A setting to take out. Several times."));
        return noun;
    }

    private static OptionSpec dryRun() {
        return Commands.flag("--dry-run", "Say only how many devices would change, and one of each kind.");
    }

    private static int update(Session session) {
        ObjectNode patch = PROFILE.patch(session);
        return foreseen(session, profile -> patch);
    }

    /** Says what the change would change, and then does it. */
    private static int foreseen(Session session, Function<JsonNode, ObjectNode> edit) {
        Rest rest = session.rest();
        String path = Rest.path(PROFILE.words(), session.positional(0));
        JsonNode forecast = rest.post(path + "/forecast", edit.apply(rest.get(path)));
        if (session.flag("--dry-run")) {
            session.printer().text(FleetChangeText.of(forecast), forecast);
            session.say("nothing is changed");
            return Exit.OK;
        }
        session.say(FleetChangeText.of(forecast));
        session.printer().record(rest.edit(path, edit));
        return Exit.OK;
    }

    private static int set(Session session) {
        if (Stream.concat(OWNERSHIPS.stream().map(name -> "--" + name), Stream.of("--unset"))
                .noneMatch(session::flag)) {
            throw new Failed(Exit.USAGE, "cli.nothing", "Say what to change: name at least one option.");
        }
        return foreseen(session, profile -> edited(session, profile));
    }

    private static ObjectNode edited(Session session, JsonNode profile) {
        ArrayNode settings = profile.path("settings") instanceof ArrayNode there ? there : Rest.JSON.createArrayNode();
        session.options("--unset").forEach(key -> remove(settings, key));
        OWNERSHIPS.forEach(
                ownership -> session.options("--" + ownership).forEach(text -> put(settings, text, ownership)));
        ObjectNode patch = Rest.JSON.createObjectNode();
        patch.set("settings", settings);
        return patch;
    }

    private static void put(ArrayNode settings, String text, String ownership) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        if (key.isEmpty() || (equals < 0 && !ownership.equals("unmanaged"))) {
            throw new Failed(Exit.USAGE, "cli.setting", "--" + ownership + " takes KEY=VALUE.");
        }
        remove(settings, key);
        settings.addObject()
                .put("key", key)
                .put("value", equals < 0 ? "" : text.substring(equals + 1))
                .put("ownership", ownership);
    }

    private static void remove(ArrayNode settings, String key) {
        for (int i = settings.size() - 1; i >= 0; i--) {
            JsonNode there = settings.get(i);
            if (there.path("key").asString("").equals(key)) {
                settings.remove(i);
            }
        }
    }
}
