package dev.slipway.journey;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A web server, proxy or client that is not ours, in a process of its own. */
final class PeerProgram implements AutoCloseable {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final Process process;

    private PeerProgram(Process process) {
        this.process = process;
    }

    /** Without these programs a test is skipped, and says so. */
    static void assumeInstalled() {
        assumeTrue(Files.isExecutable(NGINX), "SKIPPED: no nginx: apt-get install nginx-light");
        assumeTrue(Files.isExecutable(HAPROXY), "SKIPPED: no haproxy: apt-get install haproxy");
        assumeTrue(
                Softphone.isInstalled("curl") && Softphone.isInstalled("openssl"),
                "SKIPPED: no curl or openssl: apt-get install curl openssl");
    }

    /** nginx with these servers, which listens at that port. */
    static PeerProgram nginx(Path directory, int port, String servers) {
        String conf = """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  %2$s
                }
                """.formatted(directory, servers);
        Path file = written(directory, "nginx.conf", conf);
        return started(List.of(NGINX.toString(), "-p", directory.toString(), "-c", file.toString()), directory, port);
    }

    /** HAProxy with these sections, which listens at that port. */
    static PeerProgram haproxy(Path directory, int port, String sections) {
        String conf = """
                defaults
                  timeout connect 5s
                  timeout client 60s
                  timeout server 60s
                """ + sections;
        Path file = written(directory, "haproxy.cfg", conf);
        return started(List.of(HAPROXY.toString(), "-db", "-f", file.toString()), directory, port);
    }

    private static Path written(Path directory, String name, String text) {
        try {
            return Files.writeString(Files.createDirectories(directory).resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PeerProgram started(List<String> command, Path directory, int port) {
        try {
            var peer = new PeerProgram(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("peer.log").toFile())
                    .start());
            await().atMost(WITHIN).until(() -> isListening(port));
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody takes connections there. */
    static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notThere) {
            return false;
        }
    }

    /** What a program said that must succeed. */
    static String said(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An authority of that name: {@code NAME.pem} and {@code NAME.key}. */
    static void authority(Path directory, String name) {
        said(words(directory, name, "/CN=" + name));
    }

    /** A certificate for localhost, {@code NAME.pem} and {@code NAME.key}, that the authority has signed. */
    static void certificate(Path directory, String name, String authority) {
        said(words(
                directory,
                name,
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-CA",
                directory.resolve(authority + ".pem").toString(),
                "-CAkey",
                directory.resolve(authority + ".key").toString()));
    }

    private static String[] words(Path directory, String name, String subject, String... more) {
        var words = new java.util.ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-days", "2"));
        words.addAll(List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-subj", subject));
        words.addAll(List.of("-keyout", directory.resolve(name + ".key").toString()));
        words.addAll(List.of("-out", directory.resolve(name + ".pem").toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
