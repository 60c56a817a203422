package dev.slipway.admin.cli;

import dev.slipway.admin.cli.simulate.World;
import dev.slipway.admin.cli.wap.Call;
import dev.slipway.admin.cli.wap.WapCommands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The administrative part of the command line. {@code app} calls it for every command that it does not do itself. */
public final class Cli {
    /** Commands that the program does before it comes here; named so that the help shows them. */
    private static final SortedMap<String, String> ELSEWHERE = new TreeMap<>(Map.of(
            "bootloader", "The Bootloader, as on a device.",
            "serve", "Start the server.",
            "try", "Play the whole story on this machine, in a temporary directory."));

    private final Terminal terminal;
    private final Maintenance maintenance;
    private final CommandSpec root;

    /**
     * A command line on this terminal.
     *
     * @param worlds where phones are simulated; asked for one by the command that does
     */
    public Cli(Terminal terminal, Maintenance maintenance, Supplier<World> worlds) {
        this.terminal = terminal;
        this.maintenance = maintenance;
        this.root =
                Commands.group("slipway", "Takes devices from a message to working software, and keeps it current.");
        Stream.of(
                        Nouns.PLAIN.stream().map(Noun::spec),
                        Stream.of(
                                Nouns.ADMINISTRATOR.spec(),
                                PlacementCommands.assignments(),
                                PlacementCommands.profiles()),
                        Stream.of(DeviceCommands.devices(), DeviceCommands.types()),
                        Stream.of(SoftwareCommands.applications(), SoftwareCommands.releases()),
                        Stream.of(SoftwareCommands.downloadAddresses(), SoftwareCommands.applicationHosts()),
                        Stream.of(PeopleCommands.users(), PeopleCommands.groups(), MessageCommands.messages()),
                        Stream.of(MessageCommands.gateways(), MessageCommands.templates()),
                        Stream.of(
                                HouseCommands.tenants(),
                                HouseCommands.sipServers(),
                                HouseCommands.webhooks(),
                                new KeyCommands(maintenance).spec()),
                        Stream.of(PeopleCommands.activations(), PeopleCommands.tokens()),
                        Stream.of(PollingCommands.spec()),
                        HouseCommands.server().stream(),
                        Stream.of(ImportCommands.spec(), ZeroTouchCommands.spec()),
                        Stream.of(new SimulateCommand(worlds).spec(), WapCommands.spec()))
                .flatMap(specs -> specs)
                .forEach(spec -> root.addSubcommand(spec.name(), spec));
        HouseCommands.addConfiguration(root);
        new MaintenanceCommands(maintenance).addTo(root);
        ELSEWHERE.forEach((name, about) -> root.addSubcommand(name, Commands.group(name, about)));
        sort(root);
        root.version("slipway " + version())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .type(boolean.class)
                        .description("Say which version this is.")
                        .build());
    }

    private static void sort(CommandSpec root) {
        var commands = new TreeMap<>(root.subcommands());
        commands.keySet().forEach(root::removeSubcommand);
        commands.values().stream().distinct().forEach(command -> root.addSubcommand(command.getCommandName(), command));
    }

    private static String version() {
        return Optional.ofNullable(Cli.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Runs one command and answers its exit code; never throws for what a person did wrong. */
    public int run(String... arguments) {
        var line = new CommandLine(root)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionStrategy(this::execute);
        return line.execute(arguments);
    }

    private int execute(ParseResult result) {
        Integer helped = CommandLine.executeHelpRequest(result);
        if (helped != null) {
            return helped;
        }
        ParseResult last = result;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        ParseResult arguments = last;
        return switch (arguments.commandSpec().userObject()) {
            case Commands.Action action -> carriedOut(() -> action.run(new Session(terminal, arguments)));
            case WapCommands.Action action -> carriedOut(() -> withoutServer(action, arguments));
            case null, default -> {
                arguments.commandSpec().commandLine().usage(terminal.err());
                yield Exit.USAGE;
            }
        };
    }

    private int withoutServer(WapCommands.Action action, ParseResult arguments) {
        var call = new Call(arguments, terminal.in(), terminal.out(), terminal.err(), maintenance.random());
        return MaintenanceCommands.refusing(() -> action.run(call)) ? Exit.OK : Exit.INVALID;
    }

    private int carriedOut(IntSupplier action) {
        try {
            return action.getAsInt();
        } catch (Failed failed) {
            terminal.err().println("slipway: " + failed.sentence() + " (" + failed.code() + ")");
            return failed.exit();
        }
    }
}
