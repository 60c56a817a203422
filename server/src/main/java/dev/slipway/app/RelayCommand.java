package dev.slipway.app;

import dev.slipway.admin.cli.Terminal;
import dev.slipway.app.Listeners.At;
import dev.slipway.app.config.ConfigFile;
import dev.slipway.app.config.ConfigValues;
import dev.slipway.app.config.RelayConfig;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Management;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.RequestLoop;
import dev.slipway.door.relay.Relay;
import dev.slipway.door.relay.center.SwitchingCenter;
import dev.slipway.door.relay.flow.AccessLog;
import dev.slipway.door.relay.flow.RelayListener;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** {@code slipway relay}: starts a relay and stays until it is told to end. */
final class RelayCommand {
    static final String USAGE = """
            Usage: slipway relay [--data DIR] [--config FILE] [--set KEY=VALUE]...
                   slipway relay alias add, list, code, move, disable, enable
            Listens on one port and leads what comes to where it belongs: provisioning to the portal, Exchange
            ActiveSync to its servers, everything else to the default ones. Keys: docs/reference/configuration.md.
              --data DIR        where a switching center keeps its key and its alias table
              --config FILE     configuration as YAML; lanes, rules and certificates are read again when it changes
              --set KEY=VALUE   beats the file and SLIPWAY_* variables
            """;

    private static final int INVALID = 7;
    private static final int WORKS_MAX = 100;
    private static final int LOOK_SECONDS = 1;
    private static final System.Logger LOG = System.getLogger(RelayCommand.class.getName());

    private final Terminal terminal;

    RelayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(String[] words) {
        if (words.length > 0 && words[0].equals("alias")) {
            return new RelayAliases(terminal).run(Arrays.copyOfRange(words, 1, words.length));
        }
        if (List.of(words).contains("--help")) {
            terminal.out().print(USAGE);
            return 0;
        }
        Started started = new Started();
        started.endWithProcess();
        try {
            stay(words, started);
            return 0;
        } catch (Refusal refusal) {
            terminal.err().println("slipway: " + refusal.sentence() + " (" + refusal.code() + ")");
            return refusal.code().equals("cli.usage") ? 2 : INVALID;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void stay(String[] words, Started started) throws InterruptedException {
        try {
            Words read = Words.of(words, Set.of("--data", "--config", "--set"), Set.of());
            RelayConfig config = RelayConfig.of(values(read), data(read));
            Logs.from(config.logLevel());
            Relay relay = start(config, started);
            read.one("--config").map(Path::of).ifPresent(file -> follow(file, read, relay, started));
            terminal.err().println("relay       port " + relay.port());
            relay.tunnelsPort().ifPresent(port -> terminal.err().println("tunnels     port " + port));
        } finally {
            started.over();
        }
        new CountDownLatch(1).await();
    }

    private ConfigValues values(Words words) {
        Map<String, String> file =
                words.one("--config").map(Path::of).map(ConfigFile::read).orElse(Map.of());
        return ConfigValues.of(file, terminal.environment(), words.pairs("--set"));
    }

    private Path data(Words words) {
        return words.one("--data").map(Path::of).orElseGet(() -> ServerOptions.usualData(terminal.environment()));
    }

    private Relay start(RelayConfig config, Started started) {
        AccessLog log = AccessLog.NONE;
        if (config.accessLog()) {
            var lines = new AccessLines(terminal.out());
            started.ending(lines::close);
            log = lines;
        }
        Relay relay = listening(config, log);
        started.ending(() -> relay.stop(config.drain()));
        manage(relay, config.managementPort(), started);
        return relay;
    }

    private static Relay listening(RelayConfig config, AccessLog log) {
        try {
            return Relay.start(config.options(), log, InstantSource.system(), new SecureRandom());
        } catch (RelayListener.CannotListen | SwitchingCenter.CannotListen refused) {
            throw new Refusal(
                    "relay.cannot-listen",
                    "The relay %s: stop what listens there, or choose another port in the configuration."
                            .formatted(refused.getMessage()));
        }
    }

    private static void manage(Relay relay, int port, Started started) {
        Vertx vertx = Listener.loops();
        started.ending(() -> vertx.close().await());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        started.ending(threads::close);
        var meters = new RelayMeters(relay);
        var loop = new RequestLoop(new OffLoop(threads, WORKS_MAX), new SecureRandom(), thrown -> Optional.empty());
        new Listeners(vertx, InstantSource.system(), started)
                .clear(
                        new At("relay.management_port", "127.0.0.1", port),
                        Limits.USUAL,
                        new Management(loop, relay::health, meters::now));
    }

    /** Reads the file again when it changes; one that is wrong changes nothing. */
    private void follow(Path file, Words words, Relay relay, Started started) {
        var looks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("relay-config").factory());
        started.ending(looks::shutdownNow);
        var seen = new Object() {
            long time = changed(file);
        };
        var _ = looks.scheduleWithFixedDelay(
                () -> {
                    long now = changed(file);
                    if (now != seen.time) {
                        seen.time = now;
                        replace(relay, words);
                    }
                },
                LOOK_SECONDS,
                LOOK_SECONDS,
                TimeUnit.SECONDS);
    }

    private void replace(Relay relay, Words words) {
        try {
            relay.replace(RelayConfig.of(values(words), data(words)).options());
            LOG.log(System.Logger.Level.INFO, "event=relay-configuration-read");
        } catch (UncheckedIOException gone) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=relay-configuration-kept reason=\"%s\"".formatted(gone.getMessage()));
        } catch (Refusal wrong) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=relay-configuration-kept reason=\"%s\"".formatted(wrong.sentence()));
        }
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
