package dev.slipway.admin.cli;

import dev.slipway.admin.cli.configuration.Configuration;
import dev.slipway.base.fleet.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the house is and what was done in it, its configuration as files, whose it is (tenants; where there is one, it
 * needs no name), and which other servers learn from it.
 */
final class HouseCommands {
    private static final String TENANTS = "tenants";
    private static final String SIP_SERVERS = "sip-servers";
    private static final String WEBHOOKS = "webhooks";
    private static final List<Field> FIELDS = List.of(
            new Field("--alias", "alias", Field.Type.TEXT, "Public name, such as it@example.com."),
            new Field("--public-url", "public_url", Field.Type.TEXT, "Address in links and messages.").necessary(),
            new Field("--host", "hosts", Field.Type.TEXTS, "Name it is found by; replaces all. Several times."));

    private HouseCommands() {}

    static CommandSpec tenants() {
        CommandSpec noun = Commands.group("tenant", "Organizations that share this server.");
        Commands.add(noun, "list", "Which there are.", HouseCommands::list);
        Commands.add(noun, "show", "Alias and addresses.", HouseCommands::show).addPositional(which());
        CommandSpec create = Commands.add(noun, "create", "Create one.", HouseCommands::create);
        create.addPositional(Commands.positional(0, "NAME", "How the command line calls it."));
        CommandSpec update = Commands.add(noun, "update", "Change what the options name.", HouseCommands::update);
        update.aliases("change").addPositional(which());
        update.addOption(new Field("--name", "name", Field.Type.TEXT, "Its new name.").spec());
        FIELDS.forEach(field -> {
            create.addOption(field.ofNew());
            update.addOption(field.spec());
        });
        return noun;
    }

    static CommandSpec sipServers() {
        CommandSpec noun = Commands.group("sip-server", "SIP servers that read which accounts may register.");
        Commands.add(noun, "list", "Which there are.", session -> {
            session.printer()
                    .list(Noun.all(session.rest(), Rest.path(SIP_SERVERS)), List.of("name", "role", "created"));
            return Exit.OK;
        });
        Commands.add(noun, "open", "Let one read; what its configuration needs is shown this once.", session -> {
                    ObjectNode wish = Rest.JSON.createObjectNode().put("name", session.positional(0));
                    session.printer().record(session.rest().post(Rest.path(SIP_SERVERS), wish));
                    return Exit.OK;
                })
                .addPositional(Commands.positional(0, "NAME", "How you call it."));
        return closing(noun, "Let it read no more.", SIP_SERVERS);
    }

    /** Adds export and apply: the configuration as files. */
    static void addConfiguration(CommandSpec root) {
        Commands.add(root, "export", "Write the configuration into files.", HouseCommands::export)
                .addPositional(Commands.positional(0, "DIR", "New, empty, or written by an export before."));
        Commands.add(root, "apply", "Make the server like files.", HouseCommands::apply)
                .addPositional(Commands.positional(0, "DIR", "What an export wrote."))
                .addOption(Commands.flag("--dry-run", "Say what would be done; do nothing."))
                .addOption(Commands.flag("--prune", "Remove what no file says."))
                .addOption(Commands.flag("--secrets", "Send the secrets of records too that are alike."));
    }

    private static int export(Session session) {
        Path directory = Path.of(session.positional(0));
        int written = told(() -> configuration(session).export(directory));
        session.say(written + " records are in " + directory);
        return Exit.OK;
    }

    private static int apply(Session session) {
        var manner =
                new Configuration.Manner(session.flag("--dry-run"), session.flag("--prune"), session.flag("--secrets"));
        Path directory = Path.of(session.positional(0));
        Configuration.Tally tally = told(() -> configuration(session)
                .apply(directory, manner, line -> session.terminal().out().println(line)));
        session.say("%d alike, %d %s, %d %s, %d only on the server%s"
                .formatted(
                        tally.alike(),
                        tally.created(),
                        manner.dryRun() ? "to create" : "created",
                        tally.changed(),
                        manner.dryRun() ? "to change" : "changed",
                        tally.foreign(),
                        manner.prune() || tally.foreign() == 0 ? "" : " (--prune removes them)"));
        return Exit.OK;
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            throw new Failed(Exit.INVALID, refused.code(), refused.sentence());
        }
    }

    private static Configuration configuration(Session session) {
        return new Configuration(session.rest().records(), session.terminal().environment());
    }

    static CommandSpec webhooks() {
        CommandSpec noun = Commands.group("webhook", "Addresses that are told of each change of an account.");
        Commands.add(noun, "list", "Which there are, and how their calls stand.", session -> {
            session.printer()
                    .list(
                            Noun.all(session.rest(), Rest.path(WEBHOOKS)),
                            List.of(
                                    "name",
                                    "address",
                                    "calls.waiting",
                                    "calls.lost",
                                    "calls.failures",
                                    "calls.answer"));
            return Exit.OK;
        });
        CommandSpec open = Commands.add(noun, "open", "Tell one; the secret is shown this once.", session -> {
            ObjectNode wish = Rest.JSON
                    .createObjectNode()
                    .put("name", session.positional(0))
                    .put("address", session.positional(1));
            session.printer().record(session.rest().post(Rest.path(WEBHOOKS), wish));
            return Exit.OK;
        });
        open.addPositional(Commands.positional(0, "NAME", "How you call it."));
        open.addPositional(Commands.positional(1, "ADDRESS", "Where it is told, such as https://sip.example.com/in."));
        return closing(noun, "Tell it no more.", WEBHOOKS);
    }

    private static CommandSpec closing(CommandSpec noun, String about, String words) {
        Commands.add(noun, "close", about, session -> {
                    session.rest().bare("DELETE", Rest.path(words, session.positional(0)));
                    session.say("closed");
                    return Exit.OK;
                })
                .addPositional(Commands.positional(0, "NAME", "How you call it."));
        return noun;
    }

    private static picocli.CommandLine.Model.PositionalParamSpec which() {
        return Commands.optional(0, "NAME", "Name, alias or id; left out where there is one only.");
    }

    /** The tenant that a command is about: the one it names, else the only one. */
    static JsonNode meant(Session session, Optional<String> name) {
        Optional<String> named = name.or(session::tenant);
        if (named.isPresent()) {
            return session.rest().get(Rest.path(TENANTS, named.get()));
        }
        List<JsonNode> all = Noun.all(session.rest(), Rest.path(TENANTS));
        if (all.size() != 1) {
            throw new Failed(Exit.USAGE, "cli.tenant", "There are several tenants: name one; slipway tenant list.");
        }
        return all.getFirst();
    }

    private static int list(Session session) {
        session.printer()
                .list(Noun.all(session.rest(), Rest.path(TENANTS)), List.of("name", "alias", "public_url", "hosts"));
        return Exit.OK;
    }

    private static int show(Session session) {
        session.printer().record(meant(session, session.optional(0)));
        return Exit.OK;
    }

    private static int create(Session session) {
        ObjectNode record = Rest.JSON.createObjectNode().put("name", session.positional(0));
        FIELDS.forEach(field -> field.fill(record, session));
        JsonNode made = session.rest().post(Rest.path(TENANTS), record);
        session.printer().record(made);
        session.say(("From now on commands say which tenant they mean: --tenant NAME, or SLIPWAY_TENANT.%n"
                        + "Its first administrator: "
                        + "slipway administrator create LOGIN --role administrator --tenant %s")
                .formatted(made.path("name").asString("")));
        return Exit.OK;
    }

    private static int update(Session session) {
        ObjectNode patch = Rest.JSON.createObjectNode();
        new Field("--name", "name", Field.Type.TEXT, "").fill(patch, session);
        FIELDS.forEach(field -> field.fill(patch, session));
        String id = meant(session, session.optional(0)).path("id").asString("");
        session.printer().record(session.rest().patch(Rest.path(TENANTS, id), Noun.notEmpty(patch)));
        return Exit.OK;
    }

    /** {@code server} and {@code journal}. */
    static List<CommandSpec> server() {
        CommandSpec server = Commands.group("server", "The server.");
        Commands.add(server, "status", "How it is.", HouseCommands::status);
        return List.of(server, journal());
    }

    private static CommandSpec journal() {
        CommandSpec journal = Commands.group("journal", "Who did what.");
        Commands.add(journal, "list", "The newest entries.", HouseCommands::journalList)
                .addOption(Commands.option("--limit", "N", "How many; 100 when not said."));
        return journal;
    }

    private static int status(Session session) {
        session.printer().record(session.rest().get(Rest.path("server")));
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
