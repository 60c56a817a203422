package dev.slipway.bench.relay;

import dev.slipway.bench.machine.CpuTime;
import dev.slipway.bench.machine.Ground;
import dev.slipway.bench.machine.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that listens.
 *
 * @param told who that is
 */
record Standing(String told, Process process, int port) implements AutoCloseable {
    /** The web server behind all proxies; returns when it listens. */
    static Standing backend(Ground ground) throws IOException, InterruptedException {
        int port = Ports.free();
        Path directory = ground.directory("backend");
        Path file = conf(directory, "backend.conf", port, port);
        return start("direct", List.of("nginx", "-p", directory.toString(), "-c", file.toString()), directory, port);
    }

    /** A proxy before the backend at that port; returns when it listens. */
    static Standing proxy(Kind kind, Ground ground, int backend) throws IOException, InterruptedException {
        int port = Ports.free();
        Path directory = Files.createTempDirectory(ground.root(), "proxy");
        Path file = directory.resolve("pid");
        if (kind.template().isPresent()) {
            file = conf(directory, kind.template().get(), port, backend);
        }
        return start(kind.told(), kind.words(file.toString(), port, Ports.free(), backend), directory, port);
    }

    private static Standing start(String told, List<String> words, Path directory, int port)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        var standing = new Standing(told, process, port);
        try {
            Ports.await(port);
        } catch (IOException e) {
            standing.close();
            throw new IOException(told + " does not listen: " + Files.readString(directory.resolve("log")), e);
        }
        return standing;
    }

    private static Path conf(Path directory, String template, int port, int backend) throws IOException {
        try (InputStream in = Standing.class.getResourceAsStream(template)) {
            if (in == null) {
                throw new IOException("no resource " + template);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${root}", directory.toString())
                    .replace("${port}", Integer.toString(port))
                    .replace("${backend}", Integer.toString(backend))
                    .replace("${paths}", Kind.paths());
            return Files.writeString(directory.resolve(template), text);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    CpuTime cpu() {
        return new CpuTime(process.toHandle());
    }

    /** Whether it still runs. */
    boolean stands() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        try (var left = process.descendants()) {
            left.forEach(ProcessHandle::destroyForcibly);
        } catch (UncheckedIOException gone) {
            throw new IllegalStateException(gone);
        }
        process.destroyForcibly().onExit().join();
    }
}
