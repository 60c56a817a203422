package dev.slipway.admin.cli;

import dev.slipway.admin.cli.text.Printer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** One run of a command: its arguments, the server, the output. */
final class Session {
    private final Terminal terminal;
    private final ParseResult arguments;

    Session(Terminal terminal, ParseResult arguments) {
        this.terminal = terminal;
        this.arguments = arguments;
    }

    Terminal terminal() {
        return terminal;
    }

    /** The server; nothing is asked before it is used. */
    Rest rest() {
        return new Rest(Destination.of(
                new Destination.Options(option("--server"), option("--data").map(Path::of), tenant()), terminal));
    }

    /** The tenant that option or environment name. */
    Optional<String> tenant() {
        return option("--tenant")
                .or(() -> Optional.ofNullable(terminal.environment().get("SLIPWAY_TENANT")))
                .filter(name -> !name.isBlank());
    }

    Printer printer() {
        return new Printer(terminal.out(), format());
    }

    private Printer.Format format() {
        String name = option("--output").orElse("table").toUpperCase(Locale.ROOT);
        try {
            return Printer.Format.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new Failed(Exit.USAGE, "cli.output", "-o takes table, json, yaml or csv.");
        }
    }

    /** Whether whole records are asked for, not a table of them. */
    boolean isWhole() {
        return switch (format()) {
            case JSON, YAML -> true;
            case TABLE, CSV -> false;
        };
    }

    /** The data directory that options and environment name. */
    Path data() {
        return Destination.data(option("--data").map(Path::of), terminal);
    }

    /** A word on standard error. */
    void say(String message) {
        terminal.err().println(message);
    }

    /** The argument without a name at this position; picocli has checked that it is there. */
    String positional(int index) {
        return arguments.matchedPositional(index).getValue();
    }

    Optional<String> option(String name) {
        return arguments.hasMatchedOption(name)
                ? Optional.of(arguments.matchedOption(name).getValue())
                : Optional.empty();
    }

    List<String> options(String name) {
        return arguments.hasMatchedOption(name)
                ? List.copyOf(arguments.matchedOption(name).<List<String>>getValue())
                : List.of();
    }

    boolean flag(String name) {
        return arguments.hasMatchedOption(name);
    }

    /** The argument without a name at this position, where it may be left out. */
    Optional<String> optional(int index) {
        return arguments.hasMatchedPositional(index)
                ? Optional.of(arguments.matchedPositional(index).getValue())
                : Optional.empty();
    }

    /** Whether a switch that can be turned off, by {@code --no-}, is on. */
    boolean isOn(String name) {
        return arguments.matchedOptionValue(name, false);
    }

    /** All of standard input, line by line. */
    List<String> lines() {
        return new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    /** The first line of standard input: how secrets come in, since arguments are seen by everybody. */
    String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
            if (line == null || line.isEmpty()) {
                throw new Failed(Exit.USAGE, "cli.stdin", "Give the secret as the first line of standard input.");
            }
            return line;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
