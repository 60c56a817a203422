package dev.slipway.door.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.door.relay.flow.TestRelay.Setting;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.fake.DeviceSocket;
import dev.slipway.fake.FakeBackend;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSteeringTest {
    private static TestRelay to(Setting setting, FakeBackend server) {
        return new TestRelay(setting, Map.of(Lane.DEFAULT, new int[] {server.port()}), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\1", "x", "1", "SSH-2.0-x\r\n", "USER bob\r\n", "GET\n", "get / HTTP/1.1\r\n"})
    void a_connection_that_is_nothing_known_is_decided_at_once(String first) throws IOException {
        try (FakeBackend server = FakeBackend.echo(">");
                TestRelay relay = to(new Setting(), server);
                DeviceSocket device = relay.call()) {
            device.send(first);
            assertThat(device.read(1 + first.length())).isEqualTo(">" + first);
        }
    }

    @Test
    void bytes_of_a_rule_have_their_lane() throws IOException {
        try (FakeBackend plain = FakeBackend.echo("p");
                FakeBackend special = FakeBackend.echo("s");
                TestRelay relay = new TestRelay(
                        new Setting().ruled("bytes:0102=activesync"),
                        Map.of(Lane.DEFAULT, new int[] {plain.port()}, Lane.ACTIVESYNC, new int[] {special.port()}),
                        Map.of());
                DeviceSocket one = relay.call();
                DeviceSocket two = relay.call()) {
            one.send("\1").send("\2");
            assertThat(one.read(3)).isEqualTo("s\1\2");
            two.send("\1").send("\3");
            assertThat(two.read(3)).isEqualTo("p\1\3");
        }
    }

    @Test
    void a_server_that_speaks_first_is_reached_when_the_device_said_nothing_in_time() throws IOException {
        try (FakeBackend server = FakeBackend.echo("220 ready");
                TestRelay relay = to(new Setting().opening(Duration.ofMillis(300)), server);
                DeviceSocket device = relay.call()) {
            assertThat(device.read(9)).isEqualTo("220 ready");
        }
    }

    @Test
    void a_beginning_that_stays_undecided_is_cut_at_the_deadline_however_its_bytes_are_spread() throws IOException {
        try (FakeBackend server = FakeBackend.echo(">");
                TestRelay relay = to(new Setting().opening(Duration.ofMillis(500)), server);
                DeviceSocket device = relay.call()) {
            device.send("GET /");
            await().pollInterval(Duration.ofMillis(20)).until(() -> isCut(device));
            assertThat(relay.counts.refusals()).containsEntry("relay.opening-too-slow", 1L);
        }
    }

    private static boolean isCut(DeviceSocket device) throws IOException {
        try {
            device.send("a");
            return false;
        } catch (SocketException cut) {
            return true;
        }
    }

    @Test
    void a_beginning_longer_than_16_KiB_is_refused() throws IOException {
        try (FakeBackend server = FakeBackend.echo(">");
                TestRelay relay = to(new Setting(), server);
                DeviceSocket device = relay.call()) {
            assertThat(device.send("GET /" + "a".repeat(16_379)).rest()).isEmpty();
            assertThat(relay.counts.refusals()).containsEntry("relay.opening-too-long", 1L);
        }
    }

    @Test
    void each_side_ends_by_itself() throws IOException {
        try (FakeBackend server = FakeBackend.echo(">");
                TestRelay relay = to(new Setting(), server);
                DeviceSocket device = relay.call()) {
            device.send("\0hello");
            device.socket.shutdownOutput();
            assertThat(device.rest()).isEqualTo(">\0hello");
        }
    }

    @Test
    void what_breaks_off_on_one_side_breaks_off_on_the_other() throws IOException, InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (FakeBackend server = new FakeBackend(socket -> {
                    try {
                        seen.add("read " + socket.getInputStream().read());
                        seen.add("then " + socket.getInputStream().read());
                    } catch (SocketException reset) {
                        seen.add("reset");
                    }
                });
                TestRelay relay = to(new Setting(), server)) {
            try (DeviceSocket device = relay.call()) {
                device.send("\0");
                assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("read 0");
                device.socket.setSoLinger(true, 0);
            }
            assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("reset");
        }
    }

    @Test
    void a_reader_that_stalls_stops_what_is_read_for_it() throws IOException {
        var sent = new AtomicLong();
        try (FakeBackend server = new FakeBackend(socket -> {
                    socket.getInputStream().read();
                    byte[] block = new byte[64 << 10];
                    for (int i = 0; i < 1600; i++) {
                        socket.getOutputStream().write(block);
                        sent.addAndGet(block.length);
                    }
                });
                TestRelay relay = to(new Setting(), server);
                DeviceSocket device = relay.call()) {
            device.send("\0");
            await().pollDelay(Duration.ofMillis(500)).until(() -> {
                long before = sent.get();
                return before > 0 && before == sent.get();
            });
            assertThat(sent.get()).isLessThan(64L << 20);
            assertThat(device.rest()).hasSize(100 << 20);
        }
    }

    @Test
    void a_server_is_told_for_whom_a_connection_is_made() throws IOException, InterruptedException {
        BlockingQueue<byte[]> headers = new LinkedBlockingQueue<>();
        try (FakeBackend server = new FakeBackend(socket -> headers.add(header(socket.getInputStream())));
                TestRelay relay = to(new Setting().telling(), server);
                DeviceSocket device = relay.call()) {
            device.send("\0");
            byte[] header = headers.poll(5, TimeUnit.SECONDS);
            assertThat(HexFormat.of().formatHex(header, 0, 16)).startsWith("0d0a0d0a000d0a515549540a2111");
            assertThat(HexFormat.of().formatHex(header, 16, 24)).isEqualTo("7f0000017f000001");
            int port = (header[24] & 0xff) << 8 | header[25] & 0xff;
            assertThat(port).isEqualTo(device.socket.getLocalPort());
            assertThat(new String(header, StandardCharsets.ISO_8859_1)).contains("\u00e0\0\7default", "\u00e1\0\1\0");
        }
    }

    private static byte[] header(java.io.InputStream in) throws IOException {
        var data = new DataInputStream(in);
        byte[] first = data.readNBytes(16);
        var all = new ByteArrayOutputStream();
        all.write(first);
        all.write(data.readNBytes((first[14] & 0xff) << 8 | first[15] & 0xff));
        return all.toByteArray();
    }

    @Test
    void a_header_of_a_trusted_network_is_believed_and_counted() throws IOException, InterruptedException {
        BlockingQueue<byte[]> headers = new LinkedBlockingQueue<>();
        try (FakeBackend server = new FakeBackend(socket -> headers.add(header(socket.getInputStream())));
                TestRelay inner = to(new Setting().telling().trusting("127.0.0.0/8"), server);
                DeviceSocket device = inner.call()) {
            device.send("PROXY TCP4 192.0.2.7 192.0.2.8 1234 5678\r\n\0");
            byte[] header = headers.poll(5, TimeUnit.SECONDS);
            assertThat(HexFormat.of().formatHex(header, 16, 28)).isEqualTo("c0000207c000020804d2162e");
            assertThat(new String(header, StandardCharsets.ISO_8859_1)).contains("\u00e1\0\1\1");
        }
    }

    @Test
    void a_trusted_network_must_send_one() throws IOException {
        try (FakeBackend server = FakeBackend.echo(">");
                TestRelay relay = to(new Setting().trusting("127.0.0.1"), server);
                DeviceSocket device = relay.call()) {
            assertThat(device.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROXY TCP4 1.2.3.4 1.2.3.4 1 2\r\nx", "\r\n\r\n\0\r\nQUIT\n!\0\0\0"})
    void a_header_of_anybody_else_is_refused(String header) throws IOException {
        try (FakeBackend server = FakeBackend.echo(">");
                TestRelay relay = to(new Setting(), server);
                DeviceSocket device = relay.call()) {
            assertThat(device.send(header).rest()).isEmpty();
            assertThat(relay.counts.refusals()).containsEntry("relay.proxy-header", 1L);
        }
    }

    @Test
    void a_relay_that_leads_to_itself_is_found_out_after_three_times() throws IOException {
        List<TestRelay> circle = new CopyOnWriteArrayList<>();
        try (FakeBackend hop = new FakeBackend(socket -> {
                    try (var next = new java.net.Socket(
                            "127.0.0.1", circle.getFirst().listener.port())) {
                        socket.getInputStream().transferTo(next.getOutputStream());
                    }
                });
                TestRelay relay = to(new Setting().telling().trusting("127.0.0.1"), hop)) {
            circle.add(relay);
            try (DeviceSocket device = relay.call()) {
                device.send("PROXY UNKNOWN\r\n\0");
                await().until(() -> relay.counts.refusals().containsKey("relay.hops"));
            }
        }
        assertThat(circle.getFirst().lines).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_backend_that_is_away_is_a_reset_and_no_empty_answer() throws IOException {
        FakeBackend server = FakeBackend.echo(">");
        server.close();
        try (TestRelay relay = to(new Setting(), server);
                DeviceSocket device = relay.call()) {
            device.send("\0");
            assertThatThrownBy(device::rest).isInstanceOf(SocketException.class);
        }
    }
}
