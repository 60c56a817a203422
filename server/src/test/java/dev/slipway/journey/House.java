package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A server in a process of its own: {@code slipway serve} on loopback, free ports and a temporary directory. Its
 * ports stay
 * the same over every restart, so that devices find it again.
 */
final class House implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(2);
    private static final String MAIN = "dev.slipway.app.Main";
    /** What the virtual machine says of the cache would stand before what the server says. */
    private static final List<String> QUIET = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    private static final String LOOPBACK = "127.0.0.1";

    private final Path directory;
    private final String host;
    private final List<String> more;
    private final Ports ports = Ports.free();
    /** The option that names the AOT cache; empty: none. */
    private String cache;

    private Process process;

    private House(Path directory, String host, List<String> more, String cache) throws IOException {
        this.directory = directory;
        this.host = host;
        this.more = more;
        this.cache = cache;
        this.process = launch();
    }

    /** Where it is reached; the REST API tells its own port. */
    record Ports(int clear, int tls, int management) {
        static Ports free() {
            try (var clear = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var tls = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var management = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return new Ports(clear.getLocalPort(), tls.getLocalPort(), management.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new server, from nothing, that serves. Others may pass through its directory, as the database does. */
    static House open() throws IOException {
        return open(LOOPBACK, List.of(), "");
    }

    /** The same with more settings, such as {@code log.level=debug}. */
    static House with(String... settings) throws IOException {
        return open(LOOPBACK, List.of(settings), "");
    }

    /** The same, whose public address and certificate name this host: some programs believe in names only. */
    static House named(String host) throws IOException {
        return open(host, List.of(), "");
    }

    /**
     * The same, for many restarts: they take the classes from an AOT cache that its first run left, as those of {@code
     * ./slipway} do, and start in a fraction of the time.
     */
    static House quick() throws IOException {
        House house = open(LOOPBACK, List.of(), "-XX:AOTCacheOutput=");
        house.stop();
        house.cache = "-XX:AOTCache=";
        house.restart();
        return house;
    }

    private static House open(String host, List<String> more, String cache) throws IOException {
        Path directory = Files.createTempDirectory("slipway-journey-");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        var house = new House(directory, host, more, cache);
        boolean serves = false;
        try {
            house.awaitServing();
            serves = true;
            return house;
        } finally {
            if (!serves) {
                house.close();
            }
        }
    }

    /** The one house of all journeys that do it no harm; it ends with the tests. */
    static House shared() {
        return Shared.HOUSE;
    }

    Path data() {
        return directory.resolve("data");
    }

    Ports ports() {
        return ports;
    }

    /** The portal in clear, which loopback may use. */
    URI portal() {
        return URI.create("http://" + LOOPBACK + ":" + ports.clear());
    }

    /** The REST API of the server as it runs now. */
    Admin admin() {
        return Admin.of(data());
    }

    Process process() {
        return process;
    }

    /** Ends the server as a power cut would, apart from the database, which outlives it. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end and waits until it did; its exit code. */
    int stop() {
        process.destroy();
        awaitEnd();
        return process.exitValue();
    }

    /** Starts it again; the time from the start of the process to the first answer of the portal. */
    Duration restart() {
        long began = System.nanoTime();
        process = launch();
        awaitServing();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Starts it again and waits for nothing. */
    void begin() {
        process = launch();
    }

    /** Starts another server on the same directory, and answers when it ended. */
    Process rival() throws IOException, InterruptedException {
        Process rival = new ProcessBuilder(Programs.java(MAIN, arguments(Ports.free())))
                .redirectErrorStream(true)
                .start();
        assertThat(rival.waitFor(STARTS_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return rival;
    }

    /** Runs a command of the command line here; what it printed. */
    String cli(String input, String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--data", data().toString()));
        try {
            Process command = new ProcessBuilder(Programs.java(MAIN, arguments))
                    .redirectErrorStream(true)
                    .start();
            try (var in = command.outputWriter()) {
                in.write(input);
            }
            String printed = String.join("\n", command.inputReader().lines().toList());
            assertThat(command.onExit().join().exitValue()).as(printed).isZero();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes all that a server that ended has kept. */
    void forget() throws IOException {
        Programs.remove(data());
    }

    /** Where the bytes of an artifact stand on the server's disk. */
    Path artifact(String sha256) {
        return data().resolve("artifacts").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    /** The database's process. */
    Optional<ProcessHandle> postmaster() throws IOException {
        Path file = data().resolve("postgres").resolve("postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                : Optional.empty();
    }

    /** What the server wrote to its log. */
    String log() {
        try {
            return Files.readString(directory.resolve("server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        try {
            return new ProcessBuilder(Programs.server(options(), arguments(ports)))
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("server.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> options() {
        var options = new ArrayList<>(QUIET);
        if (!cache.isEmpty()) {
            options.add(cache + directory.resolve("server.aot"));
        }
        return options;
    }

    private List<String> arguments(Ports at) {
        var words = new ArrayList<>(List.of("serve", "--data", data().toString()));
        for (String setting : List.of(
                "portal.host=" + LOOPBACK,
                "portal.http_port=" + at.clear(),
                "portal.https_port=" + at.tls(),
                "portal.relay_networks=",
                "portal.public_url=https://" + host + ":" + at.tls(),
                "portal.alias=it@example.com",
                "console.port=0",
                "management.port=" + at.management())) {
            words.addAll(List.of("--set", setting));
        }
        more.forEach(setting -> words.addAll(List.of("--set", setting)));
        return words;
    }

    /** The server prints its addresses when it serves; nothing printed means that it ended. */
    private void awaitServing() {
        try {
            if (process.inputReader().readLine() == null) {
                throw new IllegalStateException("the server did not start: " + log());
            }
            var asked = HttpRequest.newBuilder(portal().resolve("/boot/v1/server"))
                    .timeout(STARTS_WITHIN)
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                assertThat(client.send(asked, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(200);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        process.onExit().orTimeout(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Ends server and database, and removes what they kept. */
    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            stop();
        }
        postmaster().ifPresent(ProcessHandle::destroy);
        Awaitility.await().atMost(ENDS_WITHIN).until(() -> postmaster().isEmpty());
        Programs.remove(directory);
    }

    /** Initialized by the first use. */
    private static final class Shared {
        static final House HOUSE = opened();

        private static House opened() {
            try {
                House house = open();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> closed(house)));
                return house;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void closed(House house) {
            try (house) {
                house.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
