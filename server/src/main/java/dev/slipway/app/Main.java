package dev.slipway.app;

import dev.slipway.admin.cli.Cli;
import dev.slipway.admin.cli.Terminal;
import dev.slipway.app.config.Config;
import dev.slipway.app.config.ConfigValues;
import dev.slipway.app.maintenance.LocalMaintenance;
import dev.slipway.app.simulation.RealWorld;
import dev.slipway.app.story.Try;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.bootloader.Bootloader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Where every command begins: {@code serve}, {@code relay}, {@code try} and {@code bootloader} here, all others in
 * {@code admin.cli}.
 */
public final class Main {
    private static final String TRY_USAGE = """
            Usage: slipway try [--app FILE] [--relay] [--keep]
            Plays the whole story on this machine, in a temporary directory, and removes it again.
              --app FILE   publish this .tar.gz or .zip instead of the example
              --relay      let the device find the server by alias, through a switching center
              --keep       leave the server running until Ctrl-C
            """;

    private Main() {}

    /** Runs one command and ends with its exit code (DESIGN section 7). */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                System.in, System.out, System.err, System.getenv(), Path.of(System.getProperty("user.home")));
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        switch (command) {
            case "serve" -> System.exit(new Serve(terminal).run(rest));
            case "relay" -> System.exit(new RelayCommand(terminal).run(rest));
            case "try" -> System.exit(tries(terminal, rest));
            case "bootloader" -> Bootloader.main(rest);
            default -> System.exit(administers(terminal, arguments));
        }
    }

    private static int administers(Terminal terminal, String[] arguments) {
        Logs.from("warning");
        return new Cli(terminal, new LocalMaintenance(System.getenv()), RealWorld::open).run(arguments);
    }

    private static int tries(Terminal terminal, String[] rest) {
        if (Arrays.asList(rest).contains("--help")) {
            terminal.out().print(TRY_USAGE);
            return 0;
        }
        try {
            Words words = Words.of(rest, Set.of("--app"), Set.of("--keep", "--relay"));
            Path home = Path.of(System.getProperty("slipway.home", "."));
            return new Try(terminal, home, Main::opened)
                    .play(new Try.Asked(words.one("--app").map(Path::of), words.has("--relay"), words.has("--keep")));
        } catch (Refusal refusal) {
            terminal.err().println("slipway: " + refusal.sentence() + " (" + refusal.code() + ")");
            return 2;
        }
    }

    private static Server opened(Path data, Map<String, String> settings) {
        ConfigValues values = ConfigValues.of(Map.of(), Map.of(), settings);
        Logs.from(Config.of(values).management().logLevel());
        return Server.start(new ServerOptions(data, values, false, System.getenv()));
    }
}
