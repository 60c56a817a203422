package dev.slipway.admin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of record on the command line: list, show, create, update, remove.
 *
 * @param words as in paths of the API
 * @param key the field that a new record's first argument fills; empty when it has none
 * @param columns of its list, as paths
 * @param about what it is
 */
record Noun(String word, String words, Optional<String> key, List<String> columns, List<Field> fields, String about) {
    /** As many as the API gives at once. */
    private static final int PAGE = 1000;

    /** The command with its five verbs. */
    CommandSpec spec() {
        CommandSpec noun = Commands.group(word, about);
        Commands.add(noun, "list", "List all.", this::list);
        Commands.add(noun, "show", "Show one.", this::show).addPositional(which());
        Commands.add(noun, "remove", "Remove one.", this::remove)
                .aliases("delete")
                .addPositional(which());
        CommandSpec create = Commands.add(noun, "create", "Create one.", this::create);
        key.ifPresent(name -> create.addPositional(Commands.positional(0, label(name), "What it is called.")));
        fields.forEach(field -> create.addOption(field.ofNew()));
        update(noun, "Change what the options name.", this::update);
        return noun;
    }

    /** Adds the verb that changes one, with its options. */
    CommandSpec update(CommandSpec noun, String about, Commands.Action action) {
        CommandSpec update = Commands.add(noun, "update", about, action);
        update.aliases("change").addPositional(which());
        key.ifPresent(name -> update.addOption(rename(name).spec()));
        fields.forEach(field -> update.addOption(field.spec()));
        return update;
    }

    /** The argument that names one record. */
    PositionalParamSpec which() {
        return Commands.positional(0, key.map(Noun::label).orElse("ID"), "Name or id.");
    }

    int list(Session session) {
        session.printer().list(all(session.rest(), Rest.path(words)), columns);
        return Exit.OK;
    }

    /** Every record below a path, page by page. */
    static List<JsonNode> all(Rest rest, String path) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = rest.get(path + "?limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + after));
            page.path("items").forEach(all::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return all;
    }

    private int show(Session session) {
        session.printer().record(session.rest().get(Rest.path(words, session.positional(0))));
        return Exit.OK;
    }

    private int create(Session session) {
        ObjectNode record = Rest.JSON.createObjectNode();
        key.ifPresent(name -> record.put(name, session.positional(0)));
        fields.forEach(field -> field.fill(record, session));
        session.printer().record(session.rest().post(Rest.path(words), record));
        return Exit.OK;
    }

    private int update(Session session) {
        session.printer().record(session.rest().patch(Rest.path(words, session.positional(0)), patch(session)));
        return Exit.OK;
    }

    /** What the options of the update name. */
    ObjectNode patch(Session session) {
        ObjectNode patch = Rest.JSON.createObjectNode();
        key.ifPresent(name -> rename(name).fill(patch, session));
        fields.forEach(field -> field.fill(patch, session));
        return notEmpty(patch);
    }

    /** A change of nothing is a slip of the hand. */
    static ObjectNode notEmpty(ObjectNode patch) {
        if (patch.isEmpty()) {
            throw new Failed(Exit.USAGE, "cli.nothing", "Say what to change: name at least one option.");
        }
        return patch;
    }

    private int remove(Session session) {
        session.rest().bare("DELETE", Rest.path(words, session.positional(0)));
        session.say(word + " " + session.positional(0) + " is removed");
        return Exit.OK;
    }

    private Field rename(String name) {
        String option =
                fields.stream().anyMatch(field -> field.option().equals("--" + name)) ? "--rename" : "--" + name;
        return new Field(option, name, Field.Type.TEXT, "Its new " + name + ".");
    }

    private static String label(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
