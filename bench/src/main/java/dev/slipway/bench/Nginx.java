package dev.slipway.bench;

import dev.slipway.bench.machine.CpuTime;
import dev.slipway.bench.machine.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The peer: nginx with one process, files of {@code root}, clear and with the server's own certificate. */
final class Nginx implements AutoCloseable {
    private final Process process;
    private final int clear;
    private final int tls;

    private Nginx(Process process, int clear, int tls) {
        this.process = process;
        this.clear = clear;
        this.tls = tls;
    }

    /** Starts it; {@code keys} holds {@code certificate.pem} and {@code key.pem}. */
    static Nginx start(Path root, Path keys) throws IOException, InterruptedException {
        int clear = Ports.free();
        int tls = Ports.free();
        String conf = Seeding.text("nginx.conf")
                .replace("${root}", root.toString())
                .replace("${keys}", keys.toString())
                .replace("${clear}", Integer.toString(clear))
                .replace("${tls}", Integer.toString(tls));
        Path file = Files.writeString(root.resolve("nginx.conf"), conf);
        Process process = new ProcessBuilder("nginx", "-p", root.toString(), "-c", file.toString())
                .inheritIO()
                .start();
        Ports.await(tls);
        return new Nginx(process, clear, tls);
    }

    String url() {
        return "http://127.0.0.1:" + clear;
    }

    String tlsUrl() {
        return "https://127.0.0.1:" + tls;
    }

    CpuTime cpu() {
        return new CpuTime(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
