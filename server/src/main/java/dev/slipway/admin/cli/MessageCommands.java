package dev.slipway.admin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages to users: who carries them, what they say, what became of them. */
final class MessageCommands {
    private static final Noun GATEWAY = new Noun(
            "gateway",
            "gateways",
            Optional.of("name"),
            List.of(
                    "name",
                    "supplier",
                    "use.enabled",
                    "use.rank",
                    "use.prefixes",
                    "use.kinds",
                    "carries.parts_max",
                    "carries.binary",
                    "carries.receipts",
                    "tested"),
            List.of(
                    new Field("--supplier", "supplier", Field.Type.WORD, "Whose interface it speaks.").necessary(),
                    new Field("--enabled", "use.enabled", Field.Type.FLAG, "Whether it is used."),
                    new Field("--rank", "use.rank", Field.Type.NUMBER, "The higher is asked first."),
                    new Field("--prefix", "use.prefixes", Field.Type.TEXTS, "Numbers it takes: +41. Several times."),
                    new Field("--kind", "use.kinds", Field.Type.TEXTS, "Kind of message it takes. Several times."),
                    new Field("--per-second", "use.per_second", Field.Type.NUMBER, "Most messages a second; 0: any.")),
            "Who carries messages to users.");
    private static final List<String> COLUMNS =
            List.of("id", "kind", "to.channel", "to.address", "state", "progress.gateway", "progress.reason");
    private static final String TEMPLATES = "templates";
    private static final String MESSAGES = "messages";

    private MessageCommands() {}

    static CommandSpec gateways() {
        CommandSpec noun = GATEWAY.spec();
        noun.removeSubcommand("create");
        noun.removeSubcommand("update");
        CommandSpec create = Commands.add(noun, "create", "Create one.", MessageCommands::create);
        create.addPositional(Commands.positional(0, "NAME", "What it is called."));
        CommandSpec change = Commands.add(noun, "update", "Change what the options name.", MessageCommands::change);
        change.aliases("change").addPositional(GATEWAY.which());
        GATEWAY.fields().forEach(field -> {
            create.addOption(field.ofNew());
            change.addOption(field.spec());
        });
        for (CommandSpec verb : List.of(create, change)) {
            verb.addOption(Commands.several("--set", "FIELD=VALUE", "What the supplier wants to know. Several times."));
            verb.addOption(Commands.flag("--secrets-stdin", "Read FIELD=VALUE lines of secrets from standard input."));
        }
        Commands.add(noun, "suppliers", "Whose interfaces there are, or what one wants.", MessageCommands::suppliers)
                .addPositional(Commands.optional(0, "SUPPLIER", "One of them."));
        CommandSpec test = Commands.add(noun, "test", "Send a test message now.", MessageCommands::test);
        test.addPositional(GATEWAY.which());
        test.addOption(Commands.required("--to", "ADDRESS", "Phone number or e-mail address."));
        test.addOption(Commands.option("--language", "TAG", "Such as de; English when not said."));
        return noun;
    }

    static CommandSpec templates() {
        CommandSpec noun = Commands.group("template", "What messages to users say.");
        Commands.add(noun, "list", "List all.", MessageCommands::templateList);
        key(Commands.add(noun, "show", "Show one.", session -> {
            JsonNode template = session.rest().get(template(session));
            session.printer().text(text(template), template);
            return Exit.OK;
        }));
        CommandSpec set = Commands.add(noun, "set", "Write one of your own.", session -> {
            session.printer().record(session.rest().put(template(session), words(session)));
            return Exit.OK;
        });
        CommandSpec preview = Commands.add(
                noun, "preview", "Show what one looks like and costs, kept or not.", MessageCommands::preview);
        for (CommandSpec verb : List.of(set, preview)) {
            key(verb);
            verb.addOption(Commands.option("--subject", "TEXT", "Subject of an e-mail."));
            verb.addOption(Commands.option("--text", "TEXT", "The text, with variables such as $" + "{link}."));
            verb.addOption(Commands.option("--file", "FILE", "A file with the text instead."));
        }
        key(Commands.add(noun, "reset", "Go back to the one that is shipped.", session -> {
            session.rest().bare("DELETE", template(session));
            session.say("the shipped template counts again");
            return Exit.OK;
        }));
        return noun;
    }

    /** Adds what is done with the outbox to the command that shows a text. */
    static CommandSpec messages() {
        CommandSpec noun = PeopleCommands.message();
        CommandSpec send = Commands.add(noun, "send", "Send that text to a user.", MessageCommands::send);
        send.addOption(Commands.required("--user", "LOGIN", "Whom it is for."));
        send.addOption(Commands.required("--channel", "CHANNEL", "sms or email."));
        send.addOption(Commands.option("--user-data", "HEX", "A short message that is no text, in its place."));
        send.addOption(Commands.flag("--header", "A header, its length first, stands at its beginning."));
        Commands.add(noun, "list", "List the newest thousand.", MessageCommands::list)
                .addOption(Commands.option(
                        "--state", "STATE", "queued, sending, sent, delivered, unknown, failed, expired or canceled."));
        one(noun, "show", "Show how far one is.", (rest, path) -> rest.get(path));
        one(noun, "retry", "Send a dead one again.", (rest, path) -> rest.bare("POST", path + "/retry"));
        one(noun, "cancel", "Take one back that waits.", (rest, path) -> rest.bare("POST", path + "/cancel"));
        return noun;
    }

    /** What is asked about one message. */
    @FunctionalInterface
    private interface Asking {
        JsonNode ask(Rest rest, String path);
    }

    private static void one(CommandSpec noun, String verb, String about, Asking asking) {
        Commands.add(noun, verb, about, session -> {
                    String path = Rest.path(MESSAGES, session.positional(0));
                    session.printer().record(asking.ask(session.rest(), path));
                    return Exit.OK;
                })
                .addPositional(Commands.positional(0, "ID", "Its id."));
    }

    private static void key(CommandSpec verb) {
        verb.addPositional(Commands.positional(0, "KIND", "installation, activation, bootstrap or test."));
        verb.addPositional(Commands.positional(1, "CHANNEL", "sms or email."));
        verb.addPositional(Commands.positional(2, "LANGUAGE", "Such as de or de-CH."));
    }

    private static int create(Session session) {
        ObjectNode record = Rest.JSON.createObjectNode().put("name", session.positional(0));
        session.printer().record(session.rest().post(Rest.path(GATEWAY.words()), filled(record, session)));
        return Exit.OK;
    }

    private static int change(Session session) {
        ObjectNode patch = Noun.notEmpty(filled(Rest.JSON.createObjectNode(), session));
        session.printer().record(session.rest().patch(Rest.path(GATEWAY.words(), session.positional(0)), patch));
        return Exit.OK;
    }

    private static ObjectNode filled(ObjectNode record, Session session) {
        GATEWAY.fields().forEach(field -> field.fill(record, session));
        session.options("--set").forEach(text -> put(record, "settings", text));
        if (session.flag("--secrets-stdin")) {
            session.lines().stream().filter(line -> !line.isBlank()).forEach(line -> put(record, "secrets", line));
        }
        return record;
    }

    private static void put(ObjectNode record, String holder, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Failed(Exit.USAGE, "cli.field", "Settings and secrets read FIELD=VALUE, such as api_key=abc.");
        }
        ObjectNode values = record.get(holder) instanceof ObjectNode there ? there : record.putObject(holder);
        values.put(text.substring(0, equals), text.substring(equals + 1));
    }

    private static int suppliers(Session session) {
        JsonNode all = session.rest().get(Rest.path("gateway-suppliers")).path("items");
        Optional<String> name = session.optional(0);
        if (name.isEmpty()) {
            session.printer().list(all.valueStream().toList(), List.of("name", "channel", "about"));
            return Exit.OK;
        }
        JsonNode fields = all.valueStream()
                .filter(one -> one.path("name").asString("").equals(name.get()))
                .findFirst()
                .orElseThrow(() ->
                        new Failed(Exit.NOT_FOUND, "cli.supplier", "There is no such supplier: see gateway suppliers."))
                .path("fields");
        session.printer().list(fields.valueStream().toList(), List.of("name", "needed", "secret", "fallback", "about"));
        return Exit.OK;
    }

    private static int test(Session session) {
        ObjectNode form =
                Rest.JSON.createObjectNode().put("to", session.option("--to").orElseThrow());
        session.option("--language").ifPresent(language -> form.put("language", language));
        JsonNode report = session.rest().post(Rest.path(GATEWAY.words(), session.positional(0), "test"), form);
        session.printer().record(report);
        return report.path("outcome").asString("").equals("taken") ? Exit.OK : Exit.INVALID;
    }

    private static int templateList(Session session) {
        JsonNode all = session.rest().get(Rest.path(TEMPLATES)).path("items");
        session.printer().list(all.valueStream().toList(), List.of("kind", "channel", "language", "own", "subject"));
        return Exit.OK;
    }

    private static String template(Session session) {
        return Rest.path(TEMPLATES, session.positional(0), session.positional(1), session.positional(2));
    }

    private static int preview(Session session) {
        JsonNode shown = session.rest().post(template(session) + "/preview", words(session));
        session.printer().text(text(shown), shown);
        JsonNode sms = shown.path("sms");
        if (sms.isObject()) {
            session.say("%d short message(s) of %s, %d units%s"
                    .formatted(
                            sms.path("segments").asInt(),
                            sms.path("alphabet").asString("").replace('_', '-').toUpperCase(Locale.ROOT),
                            sms.path("units").asInt(),
                            foreign(sms.path("foreign").asString(""))));
        }
        return Exit.OK;
    }

    private static String foreign(String characters) {
        return characters.isEmpty() ? "" : "; these characters make it so: " + characters;
    }

    private static String text(JsonNode template) {
        String subject = template.path("subject").asString("");
        return (subject.isEmpty() ? "" : "Subject: " + subject + "\n\n")
                + template.path("text").asString("");
    }

    private static ObjectNode words(Session session) {
        ObjectNode words = Rest.JSON.createObjectNode();
        session.option("--subject").ifPresent(subject -> words.put("subject", subject));
        session.option("--text").ifPresent(text -> words.put("text", text));
        session.option("--file").ifPresent(file -> words.put("text", read(Path.of(file))));
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException unreadable) {
            throw new Failed(Exit.INVALID, "cli.no-file", "The file " + file + " cannot be read: " + unreadable);
        }
    }

    private static int send(Session session) {
        ObjectNode form = Rest.JSON
                .createObjectNode()
                .put("user", session.option("--user").orElseThrow())
                .put("channel", session.option("--channel").orElseThrow());
        session.option("--user-data")
                .ifPresent(hex -> form.putObject("user_data").put("hex", hex).put("header", session.flag("--header")));
        session.printer().record(session.rest().post(Rest.path(MESSAGES), form));
        return Exit.OK;
    }

    private static int list(Session session) {
        String state = session.option("--state")
                .map(word -> "?state=" + Rest.encoded(word))
                .orElse("");
        JsonNode page = session.rest().get(Rest.path(MESSAGES) + (state.isEmpty() ? "?" : state + "&") + "limit=1000");
        session.printer().list(page.path("items").valueStream().toList(), COLUMNS);
        return Exit.OK;
    }
}
