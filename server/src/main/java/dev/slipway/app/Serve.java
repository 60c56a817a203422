package dev.slipway.app;

import dev.slipway.admin.cli.Terminal;
import dev.slipway.app.config.Config;
import dev.slipway.app.config.ConfigFile;
import dev.slipway.app.config.ConfigValues;
import dev.slipway.base.fleet.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code slipway serve}: starts the server and stays until it is told to end. */
final class Serve {
    static final String USAGE = """
            Usage: slipway serve [--data DIR] [--config FILE] [--set KEY=VALUE]...
            Starts the server. Every key of the configuration: docs/reference/configuration.md.
              --data DIR        where it keeps everything (root: /var/lib/slipway, else ~/.local/share/slipway)
              --config FILE     configuration as YAML
              --set KEY=VALUE   beats the file and SLIPWAY_* variables
            """;

    private static final int INVALID = 7;

    private final Terminal terminal;

    Serve(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(String[] words) {
        if (List.of(words).contains("--help")) {
            terminal.out().print(USAGE);
            return 0;
        }
        try {
            ServerOptions options = options(Words.of(words, Set.of("--data", "--config", "--set"), Set.of()));
            Logs.from(Config.of(options.values()).management().logLevel());
            stay(Server.start(options));
            return 0;
        } catch (Refusal refusal) {
            terminal.err().println("slipway: " + refusal.sentence() + " (" + refusal.code() + ")");
            return refusal.code().equals("cli.usage") ? 2 : INVALID;
        }
    }

    private ServerOptions options(Words words) {
        Map<String, String> file =
                words.one("--config").map(Path::of).map(ConfigFile::read).orElse(Map.of());
        ConfigValues values = ConfigValues.of(file, terminal.environment(), words.pairs("--set"));
        Path data = words.one("--data").map(Path::of).orElseGet(() -> ServerOptions.usualData(terminal.environment()));
        return new ServerOptions(data, values, true, terminal.environment());
    }

    /** Until the process is asked to end; the server ends in order before the process does. */
    private void stay(Server server) {
        server.addresses().forEach(terminal.out()::println);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
