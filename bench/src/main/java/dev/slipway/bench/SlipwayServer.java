package dev.slipway.bench;

import dev.slipway.bench.machine.Command;
import dev.slipway.bench.machine.CpuTime;
import dev.slipway.bench.machine.FirstAnswer;
import dev.slipway.bench.machine.Occupied;
import dev.slipway.bench.machine.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A real server in a process of its own: {@code slipway serve} on the bundled PostgreSQL, on free ports. */
final class SlipwayServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Duration FILLING = Duration.ofMinutes(5);

    private final Process process;
    private final Path data;
    private final Map<Port, Integer> ports;
    private Duration startedIn = Duration.ZERO;

    private SlipwayServer(Process process, Path data, Map<Port, Integer> ports) {
        this.process = process;
        this.data = data;
        this.ports = ports;
    }

    private enum Port {
        HTTP("portal.http_port"),
        HTTPS("portal.https_port"),
        CONSOLE("console.port"),
        MANAGEMENT("management.port");

        private final String key;

        Port(String key) {
            this.key = key;
        }
    }

    /** Starts it by {@code launcher} and {@code serve}; returns when it answers on all its ports. */
    static SlipwayServer start(List<String> launcher, Path data) throws IOException, InterruptedException {
        Map<Port, Integer> ports = new java.util.EnumMap<>(Port.class);
        List<String> words = new ArrayList<>(launcher);
        words.addAll(List.of(
                "serve", "--data", data.toString(), "--set", "log.level=warning", "--set", "portal.relay_networks="));
        for (Port port : Port.values()) {
            ports.put(port, Ports.free());
            words.addAll(List.of("--set", port.key + "=" + ports.get(port)));
        }
        Path log = data.resolveSibling("server.log");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var server = new SlipwayServer(process, data, Map.copyOf(ports));
        if (!FirstAnswer.await(server.request("/boot/v1/server").build(), OK, process)) {
            process.destroy();
            throw new IOException("the server did not start: " + Files.readString(log));
        }
        server.startedIn = Duration.ofNanos(System.nanoTime() - began);
        Ports.await(Objects.requireNonNull(ports.get(Port.MANAGEMENT)));
        return server;
    }

    /** This server as soon as it has all devices in memory; it answers before. */
    SlipwayServer filled() throws IOException, InterruptedException {
        long end = System.nanoTime() + FILLING.toNanos();
        while (metric("slipway_roster_filling_seconds") <= 0) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                close();
                throw new IOException("the server did not fill its memory with the devices");
            }
        }
        return this;
    }

    /** The java of this process with its class path and these options. */
    static List<String> java(String... options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(Arrays.asList(options));
        words.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slipway.app.Main"));
        return List.copyOf(words);
    }

    /** From exec to the first 200 of {@code /boot/v1/server}. */
    Duration startedIn() {
        return startedIn;
    }

    String url() {
        return "http://127.0.0.1:" + ports.get(Port.HTTP);
    }

    String tlsUrl() {
        return "https://127.0.0.1:" + ports.get(Port.HTTPS);
    }

    /** What {@code /metrics} tells of that name. */
    double metric(String name) throws IOException, InterruptedException {
        String all = Http.text("http://127.0.0.1:" + ports.get(Port.MANAGEMENT) + "/metrics");
        return all.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IOException("no metric " + name));
    }

    /** Returns at the first 304 to this device. */
    void awaitNotModified(String token, String etag) throws IOException, InterruptedException {
        HttpRequest poll = request(Arena.BUNDLE)
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", etag)
                .build();
        if (!FirstAnswer.await(poll, NOT_MODIFIED, process)) {
            throw new IOException("the server never answered 304");
        }
    }

    /** Ends it as a fault would; its PostgreSQL stays. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(5));
    }

    Path keys() {
        return data.resolve("keys");
    }

    CpuTime cpu() {
        return new CpuTime(process.toHandle());
    }

    /** The same without threads whose name begins so. */
    CpuTime cpuBesides(String threads) {
        return new CpuTime(process.toHandle(), threads);
    }

    /** That of its PostgreSQL, which is no child of it. */
    CpuTime databaseCpu() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        return new CpuTime(ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .orElseThrow(() -> new IOException("PostgreSQL does not run")));
    }

    /** Runs a command of the command line on it. */
    String command(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(java("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        all.addAll(Arrays.asList(words));
        return new Command(all, Map.of("SLIPWAY_DATA", data.toString())).output();
    }

    /** Live bytes on its heap, after a full collection. */
    long liveBytes() throws IOException, InterruptedException {
        return Occupied.liveHeap(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
