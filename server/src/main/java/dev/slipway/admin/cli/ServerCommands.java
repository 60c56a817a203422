package dev.slipway.admin.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is done with the house itself. */
final class ServerCommands {
    private ServerCommands() {}

    static List<CommandSpec> all() {
        CommandSpec server = Commands.group("server", "The server.");
        Commands.add(server, "status", "How it is.", session -> show(session, Rest.path("server")));
        return List.of(server, journal(), tenant(), keys());
    }

    private static CommandSpec journal() {
        CommandSpec journal = Commands.group("journal", "Who did what.");
        Commands.add(journal, "list", "The newest entries.", ServerCommands::journalList)
                .addOption(Commands.option("--limit", "N", "How many; 100 when not said."));
        return journal;
    }

    private static CommandSpec tenant() {
        CommandSpec tenant = Commands.group("tenant", "The organization.");
        Commands.add(tenant, "list", "Which there are.", session -> {
            session.printer()
                    .list(
                            Noun.all(session.rest(), Rest.path("tenants")),
                            List.of("name", "alias", "public_url", "hosts"));
            return Exit.OK;
        });
        Commands.add(tenant, "show", "Alias and addresses.", session -> {
            session.printer().record(own(session));
            return Exit.OK;
        });
        CommandSpec update = Commands.add(tenant, "update", "Change what the options name.", ServerCommands::update);
        fields().forEach(field -> update.addOption(field.spec()));
        return tenant;
    }

    private static CommandSpec keys() {
        CommandSpec keys = Commands.group("keys", "Signing keys.");
        Commands.add(keys, "list", "All keys.", session -> {
            session.printer()
                    .list(
                            session.rest()
                                    .get(Rest.path("keys"))
                                    .path("keys")
                                    .valueStream()
                                    .toList(),
                            List.of("role", "state", "on_server", "key_id"));
            return Exit.OK;
        });
        Commands.add(keys, "rotate", "A new key for a role, under the root.", session -> {
                    ObjectNode body = Rest.JSON.createObjectNode().put("role", session.positional(0));
                    session.printer().record(session.rest().post(Rest.path("keys", "rotate"), body));
                    return Exit.OK;
                })
                .addPositional(Commands.positional(0, "ROLE", "root, release, bundle or tls."));
        Commands.add(keys, "export", "The root documents, public.", session -> {
            session.rest().get(Rest.path("keys")).path("roots").forEach(root -> session.terminal()
                    .out()
                    .println(root.asString("")));
            return Exit.OK;
        });
        return keys;
    }

    private static List<Field> fields() {
        return List.of(
                new Field("--alias", "alias", FieldType.TEXT, "Public name, such as it@example.com."),
                new Field("--public-url", "public_url", FieldType.TEXT, "Address in links and messages."),
                new Field("--host", "hosts", FieldType.TEXTS, "Name it is found by; replaces all. Several times."));
    }

    private static int show(Session session, String path) {
        session.printer().record(session.rest().get(path));
        return Exit.OK;
    }

    private static JsonNode own(Session session) {
        return Noun.all(session.rest(), Rest.path("tenants")).getFirst();
    }

    private static int update(Session session) {
        ObjectNode patch = Rest.JSON.createObjectNode();
        fields().forEach(field -> field.fill(patch, session));
        String id = own(session).path("id").asString("");
        session.printer().record(session.rest().patch(Rest.path("tenants", id), patch));
        return Exit.OK;
    }

    private static int journalList(Session session) {
        JsonNode list = session.rest()
                .get(Rest.path("journal") + "?limit="
                        + Rest.encoded(session.option("--limit").orElse("100")));
        session.printer()
                .list(list.path("items").valueStream().toList(), List.of("at", "actor", "act", "subject", "details"));
        return Exit.OK;
    }
}
