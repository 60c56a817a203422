package dev.slipway.admin.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Builds commands without reflection: a start of the program must not cost what it does not use. */
final class Commands {
    private Commands() {}

    /** What a command does; answers its exit code. */
    @FunctionalInterface
    interface Action {
        int run(Session session);
    }

    /** A command that only holds others. */
    static CommandSpec group(String name, String about) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(about);
        return help(spec);
    }

    /** Adds a command that does something. */
    static CommandSpec add(CommandSpec parent, String name, String about, Action action) {
        CommandSpec spec = help(CommandSpec.wrapWithoutInspection(action).name(name));
        spec.usageMessage().description(about);
        parent.addSubcommand(name, spec);
        return spec;
    }

    static PositionalParamSpec positional(int index, String label, String description) {
        return positional(index, label, description, true);
    }

    static PositionalParamSpec optional(int index, String label, String description) {
        return positional(index, label, description, false);
    }

    private static PositionalParamSpec positional(int index, String label, String description, boolean required) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .type(String.class)
                .required(required)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name.split(","))
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec required(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .required(true)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec several(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(java.util.List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    private static CommandSpec help(CommandSpec spec) {
        spec.interpolateVariables(false);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Say this.")
                .build());
        spec.addOption(option("--server", "URL", "Address of the server; else SLIPWAY_SERVER, else the local one."));
        spec.addOption(option("--data", "DIR", "Data directory of the local server; else SLIPWAY_DATA."));
        spec.addOption(
                option("--tenant", "NAME", "Tenant, by name or alias, when there are several; else SLIPWAY_TENANT."));
        spec.addOption(option("-o,--output", "FORMAT", "table, json, yaml or csv."));
        return spec;
    }
}
