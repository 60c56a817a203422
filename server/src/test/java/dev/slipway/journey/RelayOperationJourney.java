package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.fake.TestAuthority;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay is changed, told to end, and run short of files, while it works. */
class RelayOperationJourney {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final int PIECE_BYTES = 100_000;
    private static final int PIECES = 20;

    private final List<HttpServer> servers = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void end() {
        servers.forEach(server -> server.stop(0));
    }

    /** What a server does with a request. */
    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    private int server(Answering answering) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", answering::to);
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private int saying(String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        return server(exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    @Test
    void another_configuration_holds_from_the_next_request_of_a_kept_alive_connection_on() throws IOException {
        int one = saying("one");
        int two = saying("two");
        Path file = Files.writeString(directory.resolve("relay.yaml"), portal(one));
        try (var relay = RelayProgram.by(file, directory, "relay.portal_header=false");
                Socket device = relay.call()) {
            var in = new BufferedInputStream(device.getInputStream());
            assertThat(asked(device, in)).isEqualTo("one");

            Files.writeString(file, "relay: {portal: nonsense}");
            await().atMost(WITHIN).until(() -> relay.log().contains("event=relay-configuration-kept"));
            assertThat(asked(device, in))
                    .as("a file that is wrong changes nothing")
                    .isEqualTo("one");
            Files.writeString(file, portal(two));
            await().atMost(WITHIN).until(() -> relay.log().contains("event=relay-configuration-read"));

            assertThat(asked(device, in)).isEqualTo("two");
            try (Socket other = relay.call()) {
                assertThat(asked(other, new BufferedInputStream(other.getInputStream())))
                        .isEqualTo("two");
            }
        }
    }

    private static String portal(int port) {
        return "relay: {portal: \"127.0.0.1:%d\"}\n".formatted(port);
    }

    @Test
    void a_certificate_that_is_replaced_is_shown_at_the_next_handshake() throws IOException {
        int portal = saying("one");
        PeerProgram.assumeInstalled();
        PeerProgram.authority(directory, "first");
        PeerProgram.authority(directory, "second");
        Path chain = Files.copy(directory.resolve("first.pem"), directory.resolve("shown.pem"));
        Path key = Files.copy(directory.resolve("first.key"), directory.resolve("shown.key"));
        try (var relay = RelayProgram.with(
                        directory,
                        "relay.tls_certificate=" + chain,
                        "relay.tls_key=" + key,
                        "relay.portal_header=false",
                        "relay.portal=127.0.0.1:" + portal);
                SSLSocket before = handshake(relay)) {
            var in = new BufferedInputStream(before.getInputStream());
            assertThat(asked(before, in)).isEqualTo("one");
            assertThat(shown(before)).isEqualTo("CN=first");

            Files.copy(directory.resolve("second.key"), key, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(directory.resolve("second.pem"), chain, StandardCopyOption.REPLACE_EXISTING);

            await().atMost(WITHIN).untilAsserted(() -> {
                try (SSLSocket after = handshake(relay)) {
                    assertThat(shown(after)).isEqualTo("CN=second");
                }
            });
            assertThat(asked(before, in)).as("on the connection from before").isEqualTo("one");
        }
    }

    private static SSLSocket handshake(RelayProgram relay) throws IOException {
        var socket = (SSLSocket) TestAuthority.stranger()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), relay.port());
        socket.setSoTimeout(Math.toIntExact(WITHIN.toMillis()));
        socket.startHandshake();
        return socket;
    }

    private static String shown(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    @Test
    void a_download_that_passes_when_it_is_told_to_end_ends_whole() throws IOException {
        var goOn = new CountDownLatch(1);
        int portal = server(exchange -> slow(exchange, goOn));
        try (var relay = RelayProgram.with(directory, "relay.portal_header=false", "relay.portal=127.0.0.1:" + portal);
                Socket device = relay.call();
                Socket idle = relay.call()) {
            var in = new BufferedInputStream(device.getInputStream());
            ask(device);
            assertThat(line(in)).isEqualTo("HTTP/1.1 200 OK");

            relay.process().destroy();
            await().atMost(WITHIN).until(() -> !PeerProgram.isListening(relay.port()));
            assertThat(idle.getInputStream().read())
                    .as("a connection that rests")
                    .isEqualTo(-1);
            assertThat(relay.process().isAlive()).isTrue();
            goOn.countDown();

            head(in);
            assertThat(in.readAllBytes()).hasSize(PIECES * PIECE_BYTES);
            assertThat(relay.exit()).isIn(0, 143);
        }
    }

    /** The first piece at once, the others when told. */
    private static void slow(HttpExchange exchange, CountDownLatch goOn) throws IOException {
        exchange.sendResponseHeaders(200, (long) PIECES * PIECE_BYTES);
        try (var out = exchange.getResponseBody()) {
            for (int i = 0; i < PIECES; i++) {
                out.write(new byte[PIECE_BYTES]);
                out.flush();
                goOn.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void with_few_files_it_starts_says_so_and_outlives_a_flood() throws IOException {
        int portal = saying("one");
        try (var relay =
                RelayProgram.ofFiles(200, directory, "relay.portal_header=false", "relay.portal=127.0.0.1:" + portal)) {
            assertThat(relay.log()).contains("event=relay-connections-lowered").contains("ulimit -n");
            assertThat(asked(relay)).isEqualTo("one");

            flooded(relay);

            await().atMost(WITHIN).ignoreExceptions().until(() -> asked(relay).equals("one"));
        }
    }

    /** A proxy is not counted before it has said for whom it calls, so it can take all files there are. */
    @Test
    void without_a_file_left_it_waits_until_there_is_one() throws IOException {
        int portal = saying("one");
        try (var relay = RelayProgram.ofFiles(
                200,
                directory,
                "relay.portal_header=false",
                "relay.portal=127.0.0.1:" + portal,
                "relay.trusted_networks=127.0.0.1")) {
            flooded(relay);

            await().atMost(WITHIN).ignoreExceptions().until(() -> introduced(relay)
                    .equals("one"));
            assertThat(relay.log())
                    .contains("event=relay-accept-paused")
                    .contains("ulimit -n")
                    .doesNotContain("\tat ");
        }
    }

    /** Comes 500 times, stays for some seconds and goes; meanwhile it must not spin. */
    private static void flooded(RelayProgram relay) throws IOException {
        List<Socket> flood = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                flood.add(relay.call());
            }
            Duration before = relay.cpu();
            await().during(Duration.ofSeconds(4))
                    .atMost(WITHIN)
                    .until(() -> relay.cpu().minus(before).compareTo(Duration.ofSeconds(2)) < 0);
        } finally {
            for (Socket each : flood) {
                each.close();
            }
        }
    }

    private static String introduced(RelayProgram relay) throws IOException {
        try (Socket device = relay.call()) {
            device.getOutputStream()
                    .write("PROXY TCP4 192.0.2.7 192.0.2.8 1 2\r\n".getBytes(StandardCharsets.US_ASCII));
            return asked(device, new BufferedInputStream(device.getInputStream()));
        }
    }

    private static String asked(RelayProgram relay) throws IOException {
        try (Socket device = relay.call()) {
            return asked(device, new BufferedInputStream(device.getInputStream()));
        }
    }

    private static void ask(Socket device) throws IOException {
        device.getOutputStream().write("GET /get HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** The body of an answer of three bytes. */
    private static String asked(Socket device, InputStream in) throws IOException {
        ask(device);
        assertThat(line(in)).isEqualTo("HTTP/1.1 200 OK");
        head(in);
        return new String(in.readNBytes(3), StandardCharsets.US_ASCII);
    }

    private static void head(InputStream in) throws IOException {
        while (!line(in).isEmpty()) {
            // the fields do not matter
        }
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                text.append((char) b);
            }
        }
        return text.toString();
    }
}
