package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Kannel between our gateway and its own fake message center, and back with what became of the messages. */
class KannelJourney {
    private static final Path BEARERBOX = Path.of("/usr/sbin/bearerbox");
    private static final Path SMSBOX = Path.of("/usr/sbin/smsbox");
    private static final Path FAKESMSC = Path.of("/usr/lib/kannel/test/fakesmsc");
    private static final Duration WITHIN = Duration.ofSeconds(60);

    /** Ports of its own: administration, its boxes, the fake center, and sendsms. */
    private static final String CONFIGURATION = """
                group = core
                admin-port = %d
                admin-password = unused
                smsbox-port = %d
                box-allow-ip = 127.0.0.1
                dlr-storage = internal

                group = smsc
                smsc = fake
                smsc-id = fake
                port = %d
                connect-allow-ip = 127.0.0.1

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d

                group = sendsms-user
                username = slipway
                password = s3cret
                max-messages = 10
                concatenation = true
                """;

    private final List<Process> started = new ArrayList<>();
    private House house;
    private Admin admin;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(
                Stream.of(BEARERBOX, SMSBOX, FAKESMSC).allMatch(Files::isExecutable),
                "no Kannel with its fake center: apt-get install kannel kannel-extras");
        house = House.with("messages.inner_hosts=127.0.0.1");
        admin = house.admin();
    }

    @AfterEach
    void close() throws IOException {
        started.reversed().forEach(process -> process.destroy());
        started.forEach(process -> process.onExit().join());
        if (house != null) {
            house.close();
        }
    }

    @Test
    void the_center_gets_texts_and_binary_messages_and_its_reports_come_back() throws IOException {
        int sendsms = kannel();
        admin.post("users", Map.of("login", "ann", "person", Map.of("phone", "+41791234567")))
                .done();
        admin.post("gateways", gateway(sendsms, "wrong")).done();
        assertThat(admin.post("gateways/kannel/test", Map.of("to", "+41791234567"))
                        .done()
                        .path("outcome")
                        .asString())
                .isEqualTo("broken");
        admin.patch("gateways/kannel", Map.of("secrets", Map.of("password", "s3cret")))
                .done();

        String text = send(Map.of("user", "ann", "channel", "sms"));
        String binary = send(Map.of(
                "user", "ann",
                "channel", "sms",
                "user_data", Map.of("hex", "0605040b8423f00fe0", "header", true)));

        arrives(text);
        arrives(binary);
        assertThat(center())
                .contains("<Slipway +41791234567 text http")
                .contains("<Slipway +41791234567 udh %06%05%04%0B%84%23%F0 data %0F%E0>");
    }

    private static Map<String, Object> gateway(int port, String password) {
        return Map.of(
                "name",
                "kannel",
                "supplier",
                "kannel",
                "settings",
                Map.of(
                        "url", "http://127.0.0.1:%d/cgi-bin/sendsms".formatted(port),
                        "username", "slipway",
                        "from", "Slipway"),
                "secrets",
                Map.of("password", password));
    }

    private String send(Map<String, Object> message) {
        return admin.post("messages", message).done().path("id").asString();
    }

    private void arrives(String message) {
        await().alias("report of " + message).atMost(WITHIN).until(() -> admin.get("messages/" + message)
                .done()
                .path("state")
                .asString()
                .equals("delivered"));
    }

    private String center() throws IOException {
        return Files.readString(directory.resolve("fakesmsc.log"));
    }

    /** The port of sendsms, as soon as the fake center is connected behind it. */
    private int kannel() throws IOException {
        List<Integer> ports = freePorts();
        String configuration = Files.writeString(
                        directory.resolve("kannel.conf"), CONFIGURATION.formatted(ports.toArray()))
                .toString();
        start("bearerbox", BEARERBOX.toString(), configuration);
        ports.subList(0, 3).forEach(KannelJourney::awaitListening);
        start("smsbox", SMSBOX.toString(), configuration);
        awaitListening(ports.getLast());
        // It sends one message of its own at first, and then listens.
        String port = Integer.toString(ports.get(2));
        start("fakesmsc", FAKESMSC.toString(), "-H", "127.0.0.1", "-r", port, "-i", "3600", "-m", "1", "1 2 text hi");
        await().atMost(WITHIN).until(() -> center().contains("Got message 1"));
        return ports.getLast();
    }

    private void start(String name, String... command) throws IOException {
        started.add(new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start());
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return ports;
    }

    private static void awaitListening(int port) {
        await().atMost(WITHIN).until(() -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
    }
}
