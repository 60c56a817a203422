package dev.slipway.app.story;

import dev.slipway.admin.cli.Cli;
import dev.slipway.admin.cli.Terminal;
import dev.slipway.app.maintenance.LocalMaintenance;
import dev.slipway.app.simulation.RealWorld;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the story is told: headings, commands with what they print, and the words of the device. */
final class Stage {
    private final Terminal terminal;
    private final Path data;
    private int step;

    Stage(Terminal terminal, Path data) {
        this.terminal = terminal;
        this.data = data;
    }

    /** Begins the next step. */
    void step(String title) {
        terminal.out().printf("%n%d. %s%n", ++step, title);
    }

    void say(String sentence) {
        terminal.out().println("   " + sentence);
    }

    /** Runs a command of the command line as a person would type it, shows both, and answers what it printed. */
    String run(String... words) {
        return runWith("", words);
    }

    /** The same, with something on standard input. */
    String runWith(String input, String... words) {
        say("$ slipway " + String.join(" ", shown(words)));
        String printed = ask(input, words);
        printed.lines().forEach(line -> say("  " + line));
        return printed;
    }

    /** Runs a command unseen; it must end well. */
    String ask(String input, String... words) {
        var out = new ByteArrayOutputStream();
        Map<String, String> environment = new HashMap<>(terminal.environment());
        environment.put("SLIPWAY_DATA", data.toString());
        environment.remove("SLIPWAY_SERVER");
        var around = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                indented(),
                environment,
                terminal.home());
        int exit = new Cli(around, new LocalMaintenance(environment), RealWorld::open).run(words);
        if (exit != 0) {
            throw new StoryFailed("slipway " + words[0] + " ended with " + exit);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What a command says beside its data, as part of the story. */
    private PrintStream indented() {
        return new PrintStream(terminal.out(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                say("  " + line);
            }
        };
    }

    private static List<String> shown(String[] words) {
        List<String> shown = new ArrayList<>();
        for (String word : words) {
            shown.add(word.matches("[\\w@%+=:,./${}-]+") ? word : "'" + word + "'");
        }
        return shown;
    }
}
