package dev.slipway.admin.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** How the house is, and what was done in it. */
final class ServerCommands {
    private ServerCommands() {}

    static List<CommandSpec> all() {
        CommandSpec server = Commands.group("server", "The server.");
        Commands.add(server, "status", "How it is.", session -> show(session, Rest.path("server")));
        return List.of(server, journal());
    }

    private static CommandSpec journal() {
        CommandSpec journal = Commands.group("journal", "Who did what.");
        Commands.add(journal, "list", "The newest entries.", ServerCommands::journalList)
                .addOption(Commands.option("--limit", "N", "How many; 100 when not said."));
        return journal;
    }

    private static int show(Session session, String path) {
        session.printer().record(session.rest().get(path));
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
