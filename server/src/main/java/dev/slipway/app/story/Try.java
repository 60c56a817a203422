package dev.slipway.app.story;

import dev.slipway.admin.cli.Terminal;
import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** {@code slipway try}: the whole story on this machine, in a temporary directory; ends by itself. */
public final class Try {
    private final Terminal terminal;
    private final Path home;
    private final Opened opened;

    /** The story told on {@code terminal}, with the examples and the Bootloader below {@code home}. */
    public Try(Terminal terminal, Path home, Opened opened) {
        this.terminal = terminal;
        this.home = home;
        this.opened = opened;
    }

    /**
     * How it is played.
     *
     * @param application archive to publish instead of the example
     * @param relay whether the device finds the server by its alias, through a switching center
     * @param keep leaves server and files until the process is ended
     */
    public record Asked(Optional<Path> application, boolean relay, boolean keep) {}

    /**
     * Plays it.
     *
     * @return exit code: 0 when every step came out
     */
    public int play(Asked asked) {
        long began = System.nanoTime();
        Path directory = temporary();
        Stage stage = new Stage(terminal, directory.resolve("data"));
        boolean kept = false;
        try {
            Props props = Props.of(asked.application(), home.resolve("examples"), directory);
            stage.step("The server on the bundled PostgreSQL, in " + directory);
            Map<String, String> settings = settings();
            try (Center center = asked.relay() ? Center.open(stage, directory, settings) : Center.NONE;
                    Opened.Running server = opened.server(directory.resolve("data"), settings)) {
                center.awaitSite();
                stage.say("portal " + server.portal() + ", everything on loopback");
                new Story(stage, props, machine(directory), asked.relay()).play();
                center.tell(stage);
                terminal.out()
                        .printf(
                                "%nDone in %.1f s.%n",
                                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
                kept = asked.keep();
                if (kept) {
                    stay(directory);
                }
            }
            return 0;
        } catch (StoryFailed | Refusal failed) {
            terminal.err().println("slipway try: this step failed: " + failed.getMessage());
            return 1;
        } finally {
            if (!kept) {
                remove(directory);
            }
        }
    }

    private DeviceProcess.Machine machine(Path directory) {
        return new DeviceProcess.Machine(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                home.resolve("bootloader").resolve("target").resolve("bootloader.jar"),
                directory.resolve("device"));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        int[] ports = freePorts();
        settings.put("portal.host", "127.0.0.1");
        settings.put("portal.http_port", String.valueOf(ports[0]));
        settings.put("portal.https_port", String.valueOf(ports[1]));
        settings.put("portal.relay_networks", "");
        settings.put("portal.public_url", "https://127.0.0.1:" + ports[1]);
        settings.put("portal.alias", "it@example.com");
        settings.put("console.port", "0");
        settings.put("management.port", "0");
        settings.put("log.level", "warning");
        return settings;
    }

    static int[] freePorts() {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        } catch (IOException e) {
            throw new StoryFailed("no port is free", e);
        }
    }

    private void stay(Path directory) {
        terminal.out()
                .println("The server stays. Use it with: SLIPWAY_DATA=" + directory.resolve("data")
                        + " ./slipway device list; end it with Ctrl-C.");
        new CompletableFuture<Void>().join();
    }

    /** Others may pass through: the database may run as another user. */
    private static Path temporary() {
        try {
            Path directory = Files.createTempDirectory("slipway-try-");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
            return directory;
        } catch (IOException e) {
            throw new StoryFailed("no temporary directory can be made", e);
        }
    }

    private void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                each.toFile().setWritable(true);
                Files.delete(each);
            }
        } catch (IOException e) {
            terminal.err().println("slipway try: " + directory + " was not removed: " + e);
        }
    }
}
