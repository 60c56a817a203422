package dev.slipway.admin.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Publishing and withdrawing releases. */
final class SoftwareCommands {
    private static final List<String> COLUMNS = List.of("application", "version", "state", "published", "id");

    private SoftwareCommands() {}

    static CommandSpec applications() {
        CommandSpec noun = Nouns.APPLICATION.spec();
        CommandSpec publish =
                Commands.add(noun, "publish", "Upload files and publish them.", SoftwareCommands::publish);
        publish.addPositional(Commands.positional(0, "NAME", "The application; it is made when it is new."));
        publish.addPositional(Commands.positional(1, "VERSION", "The version."));
        publish.addOption(Commands.required("--file", "FILE", "What is installed."));
        publish.addOption(Commands.option("--target", "TARGET", "Such as linux-x86_64; any when not said."));
        publish.addOption(Commands.option("--kind", "KIND", "files, exec or deb; files when not said."));
        publish.addOption(Commands.option("--title", "TITLE", "Of a new application."));
        publish.addOption(Commands.option("--media-type", "TYPE", "Media type of the file."));
        publish.addOption(Commands.several(
                "--replaces-dir",
                "DIR[=SCRIPT]",
                "Directory of earlier client software, and the script in it that uninstalls it. Several times."));
        publish.addOption(
                Commands.option("--replaces", "JSON", "Earlier client software, as in the release document."));
        publish.addOption(Commands.flag(
                "--draft", "Not yet: the release key is elsewhere; see release document and release import."));
        return noun;
    }

    static CommandSpec downloadAddresses() {
        CommandSpec noun = Nouns.DOWNLOAD_ADDRESS.spec();
        CommandSpec resolve =
                Commands.add(noun, "resolve", "What a device would get, and where.", SoftwareCommands::resolve);
        resolve.addOption(Commands.option("--platform", "PLATFORM", "Its platform, such as ios."));
        resolve.addOption(Commands.option("--user-agent", "TEXT", "Or what its browser says of itself."));
        resolve.addOption(Commands.option("--security-model", "NAME", "Of the account."));
        Commands.add(
                        noun,
                        "probe",
                        "Try it as a device would: name, connection, certificate, file.",
                        session -> probe(session, Nouns.DOWNLOAD_ADDRESS))
                .addPositional(Nouns.DOWNLOAD_ADDRESS.which());
        return noun;
    }

    static CommandSpec applicationHosts() {
        CommandSpec noun = Nouns.APPLICATION_HOST.spec();
        Commands.add(
                        noun,
                        "probe",
                        "Try it as a device would: name, connection, certificate.",
                        session -> probe(session, Nouns.APPLICATION_HOST))
                .addPositional(Nouns.APPLICATION_HOST.which());
        return noun;
    }

    private static int resolve(Session session) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String option : List.of("platform", "user-agent", "security-model")) {
            session.option("--" + option)
                    .ifPresent(value -> query.add(
                            option.replace('-', '_') + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        JsonNode found = session.rest().get(Rest.path("downloads") + query);
        session.say("platform %s: %s"
                .formatted(
                        found.path("platform").asString(""),
                        found.path("bootloader").asBoolean(false)
                                ? "the Bootloader's package, and"
                                : "no package of the Bootloader, but"));
        session.printer()
                .list(found.path("downloads").valueStream().toList(), List.of("application", "url", "address"));
        return Exit.OK;
    }

    private static int probe(Session session, Noun noun) {
        JsonNode found = session.rest().bare("POST", Rest.path(noun.words(), session.positional(0), "probe"));
        session.printer().list(found.path("steps").valueStream().toList(), List.of("what", "good", "sentence"));
        return found.path("good").asBoolean(false) ? Exit.OK : Exit.INVALID;
    }

    static CommandSpec releases() {
        CommandSpec noun = Commands.group("release", "Versions of applications.");
        Commands.add(noun, "list", "List those of an application.", SoftwareCommands::list)
                .addOption(Commands.option("--application", "NAME", "Only of this application."));
        verb(noun, "show", "Show one.", SoftwareCommands::show);
        verb(noun, "withdraw", "Take one back: no device gets it any more.", SoftwareCommands::withdraw);
        verb(noun, "remove", "Remove a draft.", SoftwareCommands::remove);
        verb(noun, "document", "What the release key signs.", SoftwareCommands::document)
                .addOption(Documents.file());
        verb(noun, "import", "Publish a draft by a signature made elsewhere.", SoftwareCommands::accept)
                .addPositional(Commands.positional(2, "FILE", "The signed document."));
        return noun;
    }

    private static CommandSpec verb(CommandSpec noun, String name, String about, Commands.Action action) {
        CommandSpec spec = Commands.add(noun, name, about, action);
        spec.addPositional(Commands.positional(0, "APPLICATION", "The application."));
        spec.addPositional(Commands.positional(1, "VERSION", "The version."));
        return spec;
    }

    private static int publish(Session session) {
        Path file = Path.of(session.option("--file").orElseThrow());
        Rest rest = session.rest();
        session.say("uploading " + file.getFileName());
        JsonNode stored = rest.upload(Rest.path("artifacts"), file);
        ObjectNode release = Rest.JSON
                .createObjectNode()
                .put("application", session.positional(0))
                .put("version", session.positional(1));
        ObjectNode artifact = release.putArray("artifacts").addObject();
        artifact.put("target", session.option("--target").orElse("any"))
                .put("kind", session.option("--kind").orElse("files"))
                .put("sha256", stored.path("sha256").asString(""))
                .put("file_name", file.getFileName().toString());
        session.option("--media-type").ifPresent(type -> artifact.put("media_type", type));
        session.option("--title").ifPresent(title -> release.put("title", title));
        if (session.flag("--draft")) {
            release.put("draft", true);
        }
        replaces(session, release);
        JsonNode published = rest.post(Rest.path("releases"), release);
        session.say(published.path("state").asString(""));
        session.printer().record(published);
        return Exit.OK;
    }

    private static void replaces(Session session, ObjectNode release) {
        List<String> directories = session.options("--replaces-dir");
        if (directories.isEmpty()) {
            session.option("--replaces").ifPresent(json -> release.put("replaces", json));
            return;
        }
        var list = Rest.JSON.createArrayNode();
        for (String directory : directories) {
            String[] parts = directory.split("=", 2);
            ObjectNode earlier = list.addObject().put("directory", parts[0]);
            if (parts.length > 1) {
                earlier.put("uninstall_script", parts[1]);
            }
        }
        release.put("replaces", list.toString());
    }

    private static int list(Session session) {
        String path = session.option("--application")
                .map(name -> Rest.path("applications", name, "releases"))
                .orElse(Rest.path("releases"));
        session.printer().list(Noun.all(session.rest(), path), COLUMNS);
        return Exit.OK;
    }

    private static int show(Session session) {
        session.printer().record(find(session));
        return Exit.OK;
    }

    private static int withdraw(Session session) {
        session.printer().record(session.rest().bare("POST", path(session, "withdraw")));
        return Exit.OK;
    }

    private static int remove(Session session) {
        session.rest().bare("DELETE", path(session));
        session.say("release %s %s is removed".formatted(session.positional(0), session.positional(1)));
        return Exit.OK;
    }

    private static int document(Session session) {
        Documents.write(session, session.rest().get(path(session, "document")));
        return Exit.OK;
    }

    private static int accept(Session session) {
        JsonNode signed = Documents.json(Documents.read(Path.of(session.positional(2))));
        session.printer().record(session.rest().put(path(session, "document"), signed));
        return Exit.OK;
    }

    private static String path(Session session, String... below) {
        String one = Rest.path("releases", find(session).path("id").asString(""));
        return below.length == 0 ? one : one + "/" + String.join("/", below);
    }

    private static JsonNode find(Session session) {
        String version = session.positional(1);
        return Noun.all(session.rest(), Rest.path("applications", session.positional(0), "releases")).stream()
                .filter(release -> release.path("version").asString("").equals(version))
                .findFirst()
                .orElseThrow(() -> new Failed(
                        Exit.NOT_FOUND, "fleet.unknown", session.positional(0) + " has no release " + version + "."));
    }
}
