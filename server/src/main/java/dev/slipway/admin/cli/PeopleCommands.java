package dev.slipway.admin.cli;

import dev.slipway.base.wire.qr.QrCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is done with people besides keeping them: passwords, messages, activations, tokens. */
final class PeopleCommands {
    private static final List<Field> ISSUE = List.of(
            new Field("--user", "user", Field.Type.TEXT, "Login of a user who exists; else say who it is:"),
            new Field("--login", "person.login", Field.Type.TEXT, "Of a new person; else e-mail address or number."),
            new Field("--name", "person.name", Field.Type.TEXT, "Of a new person."),
            new Field("--email", "person.email", Field.Type.TEXT, "Of a new person."),
            new Field("--phone", "person.phone", Field.Type.TEXT, "Of a new person, such as +41791234567."),
            new Field("--locale", "person.locale", Field.Type.TEXT, "Of a new person, such as de-CH."),
            new Field("--group", "person.groups", Field.Type.TEXTS, "Of a new person. Several times."),
            new Field("--account", "account.address", Field.Type.TEXT, "What becomes active, such as ann@example.com."),
            new Field("--label", "account.label", Field.Type.TEXT, "Of a new account."),
            new Field("--security-model", "account.security_model", Field.Type.TEXT, "Of a new account."),
            new Field("--profile", "profile", Field.Type.TEXT, "Given to the account."),
            new Field("--type", "device.type", Field.Type.TEXT, "Type of the device; else what is at hand."),
            new Field("--replaces", "device.replaces", Field.Type.TEXT, "The device whose place it takes."),
            new Field("--channel", "sending.channel", Field.Type.WORD, "sms, email or none, which shows the links."),
            new Field("--installation", "sending.installation", Field.Type.FLAG, "Send the installation message too."),
            new Field("--pin", "sending.pin", Field.Type.FLAG, "Ask for a PIN, which you tell by another way."),
            new Field("--life-minutes", "sending.life_minutes", Field.Type.NUMBER, "Three days when not said."));

    private PeopleCommands() {}

    static CommandSpec users() {
        CommandSpec noun = Nouns.USER.spec();
        CommandSpec password = Commands.add(
                noun, "password", "Set the password: first line of standard input.", PeopleCommands::password);
        password.addPositional(Nouns.USER.which());
        password.addOption(Commands.flag("--clear", "Take it away instead."));
        return noun;
    }

    static CommandSpec groups() {
        CommandSpec noun = Nouns.GROUP.spec();
        Commands.add(noun, "members", "Who is in it, directly.", PeopleCommands::members)
                .addPositional(Nouns.GROUP.which());
        member(noun, "join", "Put users and devices into it.", "PUT");
        member(noun, "leave", "Take users and devices out of it.", "DELETE");
        DeviceCommands.addTo(noun);
        return noun;
    }

    private static void member(CommandSpec noun, String name, String about, String method) {
        CommandSpec verb = Commands.add(noun, name, about, session -> member(session, method));
        verb.addPositional(Nouns.GROUP.which());
        verb.addOption(Commands.several("--user", "LOGIN", "A user. Several times."));
        verb.addOption(Commands.several("--device", "NAME", "A device. Several times."));
    }

    private static int members(Session session) {
        List<JsonNode> all = Stream.of(Nouns.USER, Nouns.DEVICE)
                .flatMap(noun -> members(session, noun))
                .toList();
        session.printer().list(all, List.of("kind", "name", "id"));
        return Exit.OK;
    }

    private static Stream<JsonNode> members(Session session, Noun noun) {
        String group = session.positional(0);
        String name = noun.key().orElseThrow();
        return Noun.all(session.rest(), Rest.path(Nouns.GROUP.words(), group, noun.words())).stream()
                .map(record -> Rest.JSON
                        .createObjectNode()
                        .put("kind", noun.word())
                        .put("name", record.path(name).asString(""))
                        .put("id", record.path("id").asString("")));
    }

    private static int member(Session session, String method) {
        List<String> users = session.options("--user");
        List<String> devices = session.options("--device");
        if (users.isEmpty() && devices.isEmpty()) {
            throw new Failed(Exit.USAGE, "cli.member", "Say who: --user LOGIN or --device NAME.");
        }
        String group = session.positional(0);
        Rest rest = session.rest();
        users.forEach(user -> rest.bare(method, Rest.path(Nouns.GROUP.words(), group, Nouns.USER.words(), user)));
        devices.forEach(
                device -> rest.bare(method, Rest.path(Nouns.GROUP.words(), group, Nouns.DEVICE.words(), device)));
        session.say("done");
        return Exit.OK;
    }

    static CommandSpec message() {
        CommandSpec noun = Commands.group("message", "Texts that lead a user to the server.");
        CommandSpec show = Commands.add(noun, "generate", "The text to send.", PeopleCommands::message);
        show.addOption(Commands.option("--user", "LOGIN", "Whom it is for, if it is for one."));
        show.addOption(
                Commands.flag("--by-alias", "Name the alias instead of host and port; needs a switching center."));
        show.addOption(Commands.flag("--qr", "Draw it for a camera too, beside the output."));
        show.addOption(Commands.option("--qr-file", "FILE", "Write the drawing (SVG) there."));
        return noun;
    }

    static CommandSpec activations() {
        CommandSpec noun =
                Commands.group("activation", "One-time rights by which a person's device comes into service.");
        CommandSpec issue = Commands.add(noun, "issue", "Issue one, whole.", PeopleCommands::issue);
        ISSUE.forEach(field -> issue.addOption(field.ofNew()));
        issue.addOption(Commands.flag("--dry-run", "Say whether anything is missing, and do nothing."));
        issue.addOption(Documents.file());
        Commands.add(noun, "list", "List those of a user.", PeopleCommands::activationList)
                .addOption(Commands.required("--user", "LOGIN", "Whose."));
        one(noun, "show", "Show one: its messages, what was seen, which device came.", session -> {
            session.printer().record(session.rest().get(Rest.path("activations", session.positional(0))));
            return Exit.OK;
        });
        CommandSpec send = one(noun, "send", "Send its messages again.", PeopleCommands::sendAgain);
        send.addOption(Commands.required("--channel", "sms|email", "By what."));
        send.addOption(Commands.option("--kind", "KIND", "installation or activation; both when not said."));
        send.addOption(Commands.option(
                "--to", "ADDRESS", "The right number or address; links sent to the wrong one become void."));
        one(noun, "code", "Read out the code that can be typed instead of the link.", session -> {
            JsonNode code = session.rest().bare("POST", Rest.path("activations", session.positional(0), "code"));
            session.printer().text(code.path("code").asString(""), code);
            return Exit.OK;
        });
        one(noun, "undo", "Take one back as if it had never been; until a message is out.", session -> {
            session.rest().bare("POST", Rest.path("activations", session.positional(0), "undo"));
            session.say("undone");
            return Exit.OK;
        });
        one(noun, "revoke", "Make one void.", PeopleCommands::revoke);
        return noun;
    }

    private static CommandSpec one(CommandSpec noun, String verb, String about, Commands.Action work) {
        return Commands.add(noun, verb, about, work).addPositional(Commands.positional(0, "ID", "Its id."));
    }

    static CommandSpec tokens() {
        CommandSpec noun = Commands.group("token", "Tokens for the REST API.");
        Commands.add(noun, "list", "List all.", session -> {
            session.printer()
                    .list(
                            Noun.all(session.rest(), Rest.path("tokens")),
                            List.of("name", "administrator", "expires", "id"));
            return Exit.OK;
        });
        CommandSpec issue = Commands.add(noun, "issue", "Issue one; it is shown this once.", PeopleCommands::token);
        issue.addPositional(Commands.positional(0, "NAME", "What it is for."));
        issue.addOption(Commands.required("--administrator", "LOGIN", "As whom it calls."));
        issue.addOption(Commands.option("--expires", "TIME", "Such as 2027-01-01T00:00:00Z; never when not said."));
        Commands.add(noun, "show", "Show one, but not the token itself.", session -> {
                    session.printer().record(session.rest().get(Rest.path("tokens", session.positional(0))));
                    return Exit.OK;
                })
                .addPositional(Commands.positional(0, "NAME", "Name or id."));
        Commands.add(noun, "remove", "Make one void.", session -> {
                    session.rest().bare("DELETE", Rest.path("tokens", session.positional(0)));
                    session.say("token " + session.positional(0) + " is removed");
                    return Exit.OK;
                })
                .aliases("delete")
                .addPositional(Commands.positional(0, "NAME", "Name or id."));
        return noun;
    }

    private static int password(Session session) {
        ObjectNode body = Rest.JSON.createObjectNode();
        if (!session.flag("--clear")) {
            body.put("password", session.line());
        }
        session.rest().put(Rest.path("users", session.positional(0), "password"), body);
        session.say("done");
        return Exit.OK;
    }

    private static int message(Session session) {
        String user = session.option("--user")
                .map(login -> "user=" + Rest.encoded(login))
                .orElse("");
        JsonNode message = session.rest()
                .get(Rest.path("message") + "?" + user + (session.flag("--by-alias") ? "&place=alias" : ""));
        session.say("%d short message(s)".formatted(message.path("segments").asInt()));
        String text = message.path("text").asString("");
        if (session.flag("--qr")) {
            session.say(QrCode.terminal(text));
        }
        session.option("--qr-file")
                .ifPresent(file ->
                        Documents.write(Path.of(file), QrCode.of(text).svg(text).toString()));
        session.printer().text(text, message);
        return Exit.OK;
    }

    private static int issue(Session session) {
        ObjectNode body = Rest.JSON.createObjectNode();
        for (Field field : ISSUE) {
            field.fill(body, session);
        }
        if (session.flag("--dry-run")) {
            JsonNode readiness = session.rest().post(Rest.path("activations", "check"), body);
            session.printer().record(readiness);
            return readiness.path("ready").asBoolean() ? Exit.OK : Exit.INVALID;
        }
        JsonNode issued = session.rest().post(Rest.path("activations"), body);
        JsonNode document = issued.at("/handover/document");
        if (session.option("--file").isPresent() && !document.isMissingNode()) {
            Documents.write(session, document);
        } else {
            session.printer().record(issued);
        }
        return Exit.OK;
    }

    private static int sendAgain(Session session) {
        ObjectNode body = Rest.JSON
                .createObjectNode()
                .put("channel", session.option("--channel").orElseThrow());
        Optional<String> to = session.option("--to");
        to.ifPresent(address -> body.put("to", address));
        if (to.isEmpty()) {
            session.option("--kind").ifPresent(kind -> body.putArray("kinds").add(kind));
        }
        session.printer()
                .record(session.rest()
                        .post(
                                Rest.path("activations", session.positional(0), to.isPresent() ? "correct" : "send"),
                                body));
        return Exit.OK;
    }

    private static int activationList(Session session) {
        List<JsonNode> list = Noun.all(
                session.rest(), Rest.path("users", session.option("--user").orElseThrow(), "activations"));
        session.printer().list(list, List.of("id", "aim.user", "aim.account", "state", "times.expires"));
        return Exit.OK;
    }

    private static int revoke(Session session) {
        session.rest().bare("DELETE", Rest.path("activations", session.positional(0)));
        session.say("revoked");
        return Exit.OK;
    }

    private static int token(Session session) {
        ObjectNode body = Rest.JSON
                .createObjectNode()
                .put("name", session.positional(0))
                .put("administrator", session.option("--administrator").orElseThrow());
        session.option("--expires").ifPresent(time -> body.put("expires", time));
        JsonNode issued = session.rest().post(Rest.path("tokens"), body);
        session.printer().text(issued.path("token").asString(""), issued);
        return Exit.OK;
    }
}
