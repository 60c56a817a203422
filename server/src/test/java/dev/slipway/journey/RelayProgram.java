package dev.slipway.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A relay in a process of its own: {@code slipway relay} on free ports of loopback. */
final class RelayProgram implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final Process process;
    private final Path directory;
    private final int port;
    private final int management;

    private RelayProgram(Process process, Path directory, int port, int management) {
        this.process = process;
        this.directory = directory;
        this.port = port;
        this.management = management;
    }

    /** Starts one at that port by these settings, and answers when it listens. */
    static RelayProgram at(int port, Path directory, String... settings) {
        return start(List.of(), port, directory, List.of(), settings);
    }

    /** Starts a switching center that keeps its aliases below {@code data}. */
    static RelayProgram center(int port, int tunnels, Path data, Path directory) {
        return start(
                List.of(),
                port,
                directory,
                List.of("--data", data.toString()),
                "relay.tunnel_host=127.0.0.1",
                "relay.tunnel_port=" + tunnels,
                "relay.portal=",
                "relay.portal_tls=");
    }

    /** Does something to the alias table below {@code data}; what it says. */
    static String alias(Path data, String... words) {
        var all = new ArrayList<>(List.of("relay", "alias"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return PeerProgram.said(Programs.server(List.of(), all).toArray(String[]::new))
                .strip();
    }

    /** Starts one at a free port. */
    static RelayProgram with(Path directory, String... settings) {
        return at(freePort(), directory, settings);
    }

    /** Starts one by a configuration file, which it reads again when it changes. */
    static RelayProgram by(Path file, Path directory, String... settings) {
        return start(List.of(), freePort(), directory, List.of("--config", file.toString()), settings);
    }

    /** Starts one that may open so many files only. */
    static RelayProgram ofFiles(int files, Path directory, String... settings) {
        List<String> shell = List.of("/bin/sh", "-c", "ulimit -n " + files + " && exec \"$@\"", "sh");
        return start(shell, freePort(), directory, List.of(), settings);
    }

    private static RelayProgram start(
            List<String> before, int port, Path directory, List<String> more, String... settings) {
        int management = freePort();
        var words = new ArrayList<>(List.of("relay"));
        words.addAll(more);
        Stream.concat(
                        Stream.of(
                                "relay.host=127.0.0.1",
                                "relay.port=" + port,
                                "relay.management_port=" + management,
                                "log.level=info"),
                        Stream.of(settings))
                .forEach(setting -> words.addAll(List.of("--set", setting)));
        var command = new ArrayList<>(before);
        command.addAll(Programs.server(List.of(), words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Files.createDirectories(directory)
                            .resolve("relay.out")
                            .toFile())
                    .redirectError(directory.resolve("relay.err").toFile())
                    .start();
            var relay = new RelayProgram(process, directory, port, management);
            await().atMost(WITHIN).until(() -> relay.log().contains("relay       port") || !process.isAlive());
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port of loopback that nobody has. */
    static int freePort() {
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    int management() {
        return management;
    }

    /** A connection of a device. */
    Socket call() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(Math.toIntExact(WITHIN.toMillis()));
        return socket;
    }

    Process process() {
        return process;
    }

    /** What it said for administrators. */
    String log() {
        return text("relay.err");
    }

    /** Its access lines. */
    List<String> lines() {
        return text("relay.out").lines().toList();
    }

    private String text(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU time that it has taken. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Waits until it has ended by itself; its exit code. */
    int exit() {
        return process.onExit()
                .orTimeout(WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        exit();
    }
}
