package dev.slipway.admin.cli;

import dev.slipway.base.fleet.Secret;
import dev.slipway.core.bundle.KeyFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signing keys: on the server over REST, and in files of a machine that holds one itself. */
final class KeyCommands {
    private static final String KEYS = "keys";

    private final Maintenance maintenance;

    KeyCommands(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    CommandSpec spec() {
        CommandSpec keys = Commands.group(KEYS, "Signing keys.");
        Commands.add(keys, "list", "All keys.", KeyCommands::list);
        Commands.add(keys, "rotate", "A new key for a role, under the root.", KeyCommands::rotate)
                .addPositional(Commands.positional(0, "ROLE", "root, release, bundle or tls."));
        Commands.add(keys, "export", "The root documents, public.", KeyCommands::export);
        CommandSpec detach =
                Commands.add(keys, "detach", "Take a private half off the server, into a file.", this::detach);
        detach.addPositional(Commands.positional(0, "KEY", "Id of a root or release key."));
        detach.addOption(
                Commands.required("--file", "FILE", "Where it is kept from now on; it must not be there yet."));
        CommandSpec propose = Commands.add(
                keys,
                "propose",
                "The next root document, to be signed elsewhere; without change for another year.",
                KeyCommands::propose);
        propose.addOption(Commands.option("--role", "ROLE", "With a new key for this role."));
        propose.addOption(Commands.option("--public-key", "HEX", "Which is this one, made elsewhere."));
        propose.addOption(Commands.option("--retire", "KEY", "Without this key."));
        propose.addOption(Documents.file());
        Commands.add(keys, "import", "Take in a root document that was signed elsewhere.", KeyCommands::accept)
                .addPositional(Commands.positional(0, "FILE", "The signed document."));
        offline(keys);
        return keys;
    }

    private void offline(CommandSpec keys) {
        Commands.add(keys, "make", "Make a key in a file; needs no server.", this::make)
                .addOption(Commands.required("--file", "FILE", "The new file."));
        CommandSpec sign = Commands.add(
                keys,
                "sign",
                "Sign a release or root document with a key in a file; needs no server.",
                KeyCommands::sign);
        sign.addPositional(Commands.positional(0, "DOCUMENT", "The document."));
        sign.addOption(Commands.required("--key", "FILE", "The key."));
        sign.addOption(Documents.file());
    }

    private static int list(Session session) {
        List<JsonNode> keys =
                session.rest().get(Rest.path(KEYS)).path(KEYS).valueStream().toList();
        session.printer().list(keys, List.of("role", "state", "on_server", "key_id"));
        return Exit.OK;
    }

    private static int rotate(Session session) {
        ObjectNode body = Rest.JSON.createObjectNode().put("role", session.positional(0));
        return changed(session, session.rest().post(Rest.path(KEYS, "rotate"), body));
    }

    private static int changed(Session session, JsonNode keys) {
        session.printer().list(keys.path(KEYS).valueStream().toList(), List.of("role", "state", "on_server", "key_id"));
        return Exit.OK;
    }

    private static int export(Session session) {
        session.rest().get(Rest.path(KEYS)).path("roots").forEach(root -> session.terminal()
                .out()
                .println(root.asString("")));
        return Exit.OK;
    }

    /** First the file, whole and durable; only then the server forgets. */
    private int detach(Session session) {
        Rest rest = session.rest();
        String id = session.positional(0);
        JsonNode half = rest.bare("POST", Rest.path(KEYS, id, "export"));
        KeyFile key = KeyFile.of(
                half.path("public_key").asString(""),
                new Secret(half.path("private_key").asString("")));
        Path file = Path.of(session.option("--file").orElseThrow());
        write(session, file, key);
        KeyFile kept = read(file);
        rest.post(Rest.path(KEYS, id, "detach"), Rest.JSON.readTree(kept.proof().toArray()));
        session.say("The private half is in %s and no longer on the server; keep a copy elsewhere.".formatted(file));
        return Exit.OK;
    }

    private int make(Session session) {
        KeyFile made = KeyFile.make(maintenance.random());
        write(session, Path.of(session.option("--file").orElseThrow()), made);
        session.printer()
                .record(Rest.JSON.createObjectNode().put("key_id", made.keyId()).put("public_key", made.publicKey()));
        return Exit.OK;
    }

    private static int sign(Session session) {
        KeyFile key = read(Path.of(session.option("--key").orElseThrow()));
        byte[] document = Documents.read(Path.of(session.positional(0)));
        KeyFile.Signing signing = MaintenanceCommands.refusing(() -> key.sign(document));
        session.say("signed with " + key.keyId() + ": " + signing.what());
        Documents.write(session, Rest.JSON.readTree(signing.signed().toArray()));
        return Exit.OK;
    }

    private static int propose(Session session) {
        ObjectNode body = Rest.JSON.createObjectNode();
        session.option("--role").ifPresent(role -> body.put("role", role));
        session.option("--public-key").ifPresent(key -> body.put("public_key", key));
        session.option("--retire").ifPresent(key -> body.put("retire", key));
        Documents.write(session, session.rest().post(Rest.path(KEYS, "proposals"), body));
        return Exit.OK;
    }

    private static int accept(Session session) {
        byte[] document = Documents.read(Path.of(session.positional(0)));
        return changed(session, session.rest().put(Rest.path(KEYS, "root"), Documents.json(document)));
    }

    private void write(Session session, Path file, KeyFile key) {
        MaintenanceCommands.refusing(() -> {
            maintenance.keep(file, key.pem());
            return file;
        });
        session.say("wrote " + file);
    }

    private static KeyFile read(Path file) {
        return MaintenanceCommands.refusing(() -> KeyFile.read(new Secret(Documents.text(file))));
    }
}
