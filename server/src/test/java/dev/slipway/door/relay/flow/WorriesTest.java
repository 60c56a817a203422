package dev.slipway.door.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import dev.slipway.door.relay.flow.TestRelay.Setting;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.fake.DeviceSocket;
import dev.slipway.fake.FakeBackend;
import dev.slipway.fake.TestAuthority;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What relays of this kind are known to do wrong. */
class WorriesTest {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private static TestRelay relay(Setting setting, int... portals) {
        return new TestRelay(setting, Map.of(Lane.PORTAL, portals), Map.of());
    }

    private SslContext shown() throws IOException {
        ServerKey key =
                new OwnCertificate(directory, InstantSource.system(), new SecureRandom()).serving(List.of("localhost"));
        return SslContextBuilder.forServer(key.certificate().toFile(), key.key().toFile())
                .build();
    }

    private static DeviceSocket overTls(TestRelay relay) throws IOException {
        return new DeviceSocket(TestAuthority.stranger()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), relay.listener.port()));
    }

    @Test
    void a_refused_device_that_goes_on_sending_is_cut_after_a_moment() throws IOException {
        try (FakeBackend server = FakeBackend.http("portal", new CopyOnWriteArrayList<>());
                TestRelay relay = relay(new Setting(), server.port());
                DeviceSocket device = relay.call()) {
            assertThat(device.send("GET /get HTTP/1.1\nHost: h\n\n").answer()).startsWith("HTTP/1.1 400 ");
            await().atMost(WITHIN).ignoreExceptions().until(() -> {
                if (relay.sources.total() > 0) {
                    device.send("x");
                }
                return relay.sources.total() == 0;
            });
        }
    }

    @Test
    void requests_inside_tls_that_ends_here_are_steered() throws IOException {
        try (FakeBackend server = FakeBackend.http("portal", new CopyOnWriteArrayList<>());
                TestRelay relay = relay(new Setting().with(shown()), server.port());
                DeviceSocket device = overTls(relay)) {
            assertThat(device.get("/get/win").answer()).contains("|portal GET /get/win ");
            assertThat(device.get("/nowhere").answer()).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void an_answer_that_is_cut_inside_tls_has_no_proper_end() throws IOException {
        try (FakeBackend server = new FakeBackend(WorriesTest::half);
                TestRelay relay = relay(new Setting().with(shown()), server.port());
                DeviceSocket device = overTls(relay)) {
            device.get("/get");
            assertThat(device.read("HTTP/1.1 200 OK\r\n\r\nhalf".length())).endsWith("half");
            assertThatThrownBy(device::rest).isInstanceOf(IOException.class);
        }
    }

    /** Half of an answer that would last until the end; it has arrived when it breaks off. */
    private static void half(Socket socket) throws IOException {
        FakeBackend.head(socket);
        FakeBackend.write(socket.getOutputStream(), "HTTP/1.1 200 OK\r\n\r\nhalf");
        socket.setSoLinger(true, 0);
        apart();
    }

    @Test
    void a_trusted_proxy_that_says_nothing_is_cut_at_the_deadline_and_reaches_no_server() throws IOException {
        List<FakeBackend.Asked> asked = new CopyOnWriteArrayList<>();
        try (FakeBackend server = FakeBackend.http("default", asked);
                TestRelay relay = new TestRelay(
                        new Setting().trusting("127.0.0.1").opening(Duration.ofMillis(500)),
                        Map.of(Lane.DEFAULT, new int[] {server.port()}),
                        Map.of());
                DeviceSocket device = relay.call()) {
            assertThatThrownBy(device::rest).isInstanceOf(SocketException.class);
            assertThat(server.connections()).isZero();
            assertThat(relay.counts.led()).isEmpty();
        }
    }

    @Test
    void an_empty_line_before_a_request_may_come_in_two_pieces() throws IOException {
        try (FakeBackend server = FakeBackend.http("portal", new CopyOnWriteArrayList<>());
                TestRelay relay = relay(new Setting(), server.port());
                DeviceSocket device = relay.call()) {
            for (int i = 0; i < 20; i++) {
                device.send("POST /get HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n");
                apart();
                assertThat(device.send("ab\ncd").answer()).endsWith("|portal POST /get HTTP/1.1 ab\ncd");
                device.send("\r");
                apart();
                device.send("\n");
                apart();
            }
        }
    }

    /** What is sent next comes in a piece of its own. */
    private static void apart() {
        await().pollDelay(Duration.ofMillis(20)).until(() -> true);
    }

    @Test
    void a_server_that_swallows_connections_costs_its_time_once_and_no_device() throws IOException {
        try (ServerSocket hole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FakeBackend server = FakeBackend.http("portal", new CopyOnWriteArrayList<>())) {
            List<Socket> full = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                full.add(new Socket(InetAddress.getLoopbackAddress(), hole.getLocalPort()));
            }
            try (TestRelay relay = relay(new Setting(), hole.getLocalPort(), server.port());
                    DeviceSocket first = relay.call();
                    DeviceSocket second = relay.call()) {
                assertThat(first.get("/get").answer()).contains("|portal GET /get ");
                long began = System.nanoTime();
                assertThat(second.get("/get").answer()).contains("|portal GET /get ");
                assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(2500);
            }
            for (Socket one : full) {
                one.close();
            }
        }
    }

    @Test
    void stalled_downloads_take_a_bounded_part_of_memory() throws IOException {
        int count = 50;
        byte[] block = new byte[1 << 20];
        try (FakeBackend server = new FakeBackend(socket -> {
                    FakeBackend.head(socket);
                    FakeBackend.write(socket.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 67108864\r\n\r\n");
                    for (int i = 0; i < 64; i++) {
                        socket.getOutputStream().write(block);
                    }
                });
                TestRelay relay = relay(new Setting(), server.port())) {
            long before = direct();
            List<DeviceSocket> stalled = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                stalled.add(relay.call().get("/get"));
            }
            var last = new long[] {-1};
            await().atMost(WITHIN).pollInterval(Duration.ofSeconds(1)).until(() -> {
                long now = direct();
                boolean still = now == last[0];
                last[0] = now;
                return still;
            });
            assertThat(direct() - before).isLessThan(count * (1L << 20));
            for (DeviceSocket one : stalled) {
                one.close();
            }
        }
    }

    private static long direct() {
        return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                .metric()
                .usedDirectMemory();
    }
}
