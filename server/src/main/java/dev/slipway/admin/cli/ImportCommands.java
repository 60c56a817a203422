package dev.slipway.admin.cli;

import dev.slipway.base.wire.csv.CsvMalformed;
import dev.slipway.base.wire.csv.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading files of other systems in, and taking an import back. */
final class ImportCommands {
    private static final String IMPORTS = "imports";
    private static final List<Field> PEOPLE = List.of(
            new Field("--domain", "alike.domain", Field.Type.TEXT, "Of accounts that no row names: LOGIN@DOMAIN."),
            new Field("--profile", "alike.profile", Field.Type.TEXT, "Given to each account."),
            new Field("--type", "alike.device.type", Field.Type.TEXT, "Type of the device; else what is at hand."),
            new Field("--channel", "alike.sending.channel", Field.Type.WORD, "sms, email or none; none."),
            new Field("--installation", "alike.sending.installation", Field.Type.FLAG, "Send that message too."),
            new Field("--life-minutes", "alike.sending.life_minutes", Field.Type.NUMBER, "Three days when not said."));

    private ImportCommands() {}

    static CommandSpec spec() {
        CommandSpec noun = Commands.group("import", "Files of other systems.");
        CommandSpec phones = Commands.add(noun, "phones", "Read a table of phones (CSV).", ImportCommands::phones);
        phones.addPositional(Commands.positional(0, "FILE", "Its first row names the columns."));
        phones.addOption(Commands.several(
                "--map",
                "COLUMN=TITLE",
                "Title in the file of mac, type, user, account, position, label or group. Several times."));
        phones.addOption(Commands.flag("--dry-run", "Say what would be done."));
        phones.addOption(Commands.flag("--all-or-nothing", "Do nothing when any row is bad."));
        phones.addOption(Commands.option("--errors", "FILE", "Where rejected rows go, each with its reason."));
        CommandSpec people = Commands.add(
                noun,
                "people",
                "Activate the people of a table (CSV), each as by activation issue.",
                ImportCommands::people);
        people.addPositional(Commands.positional(0, "FILE", "Its first row names the columns."));
        people.addOption(Commands.several(
                "--map",
                "COLUMN=TITLE",
                "Title in the file of login, name, phone, email, locale, group, account, security_model or label."));
        PEOPLE.forEach(field -> people.addOption(field.ofNew()));
        people.addOption(Commands.flag("--dry-run", "Say what would be done."));
        people.addOption(Commands.flag("--all-or-nothing", "Do nothing when any row is bad."));
        people.addOption(Commands.option("--errors", "FILE", "Where rejected rows go, each with its reason."));
        CommandSpec settings =
                Commands.add(noun, "settings", "Read a snom or Yealink settings file.", ImportCommands::settings);
        settings.addPositional(Commands.positional(0, "FILE", "Also a template of FusionPBX."));
        settings.addOption(Commands.required("--profile", "NAME", "Where its settings go; made when it is new."));
        settings.addOption(Commands.flag("--dry-run", "Say what would be taken."));
        Commands.add(noun, "list", "List imports, newest first.", ImportCommands::list);
        Commands.add(noun, "undo", "Take back what an import did.", ImportCommands::undo)
                .addPositional(Commands.positional(0, "ID", "Of the import."));
        return noun;
    }

    private static int phones(Session session) {
        return table(session, "phones", table(session));
    }

    private static int people(Session session) {
        ObjectNode body = table(session);
        PEOPLE.forEach(field -> field.fill(body, session));
        return table(session, "people", body);
    }

    private static ObjectNode table(Session session) {
        Path file = Path.of(session.positional(0));
        ObjectNode body = Rest.JSON
                .createObjectNode()
                .put("name", file.getFileName().toString())
                .put("text", text(file))
                .put("dry_run", session.flag("--dry-run"))
                .put("mode", session.flag("--all-or-nothing") ? "all_or_nothing" : "row_wise");
        ObjectNode mapping = body.putObject("mapping");
        session.options("--map").forEach(pair -> map(mapping, pair));
        return body;
    }

    private static int table(Session session, String what, ObjectNode body) {
        JsonNode report = session.rest().post(Rest.path(IMPORTS, what), body);
        tell(session, report);
        session.option("--errors")
                .ifPresent(errors ->
                        write(Path.of(errors), report.path("rejected_rows").asString("")));
        return exit(report);
    }

    private static void map(ObjectNode mapping, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new Failed(Exit.USAGE, "cli.map", "--map takes COLUMN=TITLE, such as mac=\"MAC Address\".");
        }
        mapping.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    /** Faults are messages for people; who wants them as data asks for JSON. */
    private static void tell(Session session, JsonNode report) {
        if (session.isWhole()) {
            session.printer().record(report);
            return;
        }
        report.path("ignored")
                .forEach(title -> session.say("column " + title.asString("") + " is not understood and left out"));
        report.path("faults")
                .forEach(fault -> session.say("row %d, %s: %s (%s)"
                        .formatted(
                                fault.path("row").asInt(),
                                fault.path("column").asString(""),
                                fault.path("sentence").asString(""),
                                fault.path("code").asString(""))));
        ObjectNode shown = Rest.JSON.createObjectNode();
        report.optional("id").ifPresent(id -> shown.set("id", id));
        shown.set("outcome", report.path("outcome"));
        report.optional("counts").ifPresent(counts -> shown.setAll((ObjectNode) counts));
        report.optional("issued").ifPresent(issued -> shown.set("issued", issued));
        session.printer().record(shown);
    }

    private static int exit(JsonNode report) {
        boolean clean = report.path("faults").isEmpty();
        return switch (report.path("outcome").asString("")) {
            case "done" -> Exit.OK;
            case "partly" -> Exit.PARTLY;
            default -> clean ? Exit.OK : Exit.INVALID;
        };
    }

    private static int settings(Session session) {
        Path file = Path.of(session.positional(0));
        String query = "?profile=%s&name=%s&dry_run=%s"
                .formatted(
                        Rest.encoded(session.option("--profile").orElse("")),
                        Rest.encoded(file.getFileName().toString()),
                        session.flag("--dry-run"));
        JsonNode report = session.rest().upload(Rest.path(IMPORTS, "settings") + query, file);
        if (session.isWhole()) {
            session.printer().record(report);
        } else {
            report.path("left_out")
                    .forEach(left -> session.say("line %d %s: %s"
                            .formatted(
                                    left.path("line").asInt(),
                                    left.path("what").asString(""),
                                    left.path("why").asString(""))));
            session.printer().list(report.path("settings").valueStream().toList(), List.of("key", "ownership"));
        }
        return report.path("outcome").asString("").equals("partly") ? Exit.PARTLY : Exit.OK;
    }

    private static int list(Session session) {
        session.printer()
                .list(
                        session.rest()
                                .get(Rest.path(IMPORTS))
                                .path("items")
                                .valueStream()
                                .toList(),
                        List.of("id", "name", "at", "device_count", "person_count", "undone"));
        return Exit.OK;
    }

    private static int undo(Session session) {
        JsonNode report = session.rest().bare("POST", Rest.path(IMPORTS, session.positional(0), "undo"));
        int undone = report.path("undone").asInt();
        report.path("kept")
                .forEach(kept -> session.say("%s stays: %s"
                        .formatted(
                                kept.path("device").asString(""),
                                kept.path("why").asString(""))));
        session.printer().text(undone + " devices or people are as before the import", report);
        if (report.path("kept").isEmpty()) {
            return Exit.OK;
        }
        return undone == 0 ? Exit.CONFLICT : Exit.PARTLY;
    }

    private static String text(Path file) {
        try {
            return CsvReader.text(Files.readAllBytes(file));
        } catch (CsvMalformed malformed) {
            throw new Failed(Exit.INVALID, "cli.not-utf-8", "The file is not in UTF-8; save it as \"CSV UTF-8\".");
        } catch (IOException unreadable) {
            throw new Failed(Exit.INVALID, "cli.no-file", "The file " + file + " cannot be read: " + unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new Failed(Exit.FAULT, "cli.errors", "The file " + file + " cannot be written: " + unwritable);
        }
    }
}
