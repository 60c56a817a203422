package dev.slipway.admin.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.node.ObjectNode;

/** Assignments: the place is said by an option of its layer, {@code --group staff} for {@code group:staff}. */
final class AssignmentCommands {
    private static final List<String> LAYERS = List.of("device-type", "group", "user", "account", "device");

    private AssignmentCommands() {}

    static CommandSpec spec() {
        CommandSpec noun = Nouns.ASSIGNMENT.spec().aliases("assign");
        noun.removeSubcommand("create");
        CommandSpec create =
                Commands.add(noun, "create", "Give an application or a profile.", AssignmentCommands::create);
        Nouns.ASSIGNMENT.fields().forEach(field -> create.addOption(field.spec()));
        create.addOption(OptionSpec.builder("--everyone")
                .type(boolean.class)
                .description("To all devices.")
                .build());
        LAYERS.forEach(layer -> create.addOption(Commands.option("--" + layer, "NAME", "To this " + layer + ".")));
        return noun;
    }

    private static int create(Session session) {
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
}
