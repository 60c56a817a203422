package dev.slipway.door.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.door.relay.flow.TestRelay.Setting;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.fake.DeviceSocket;
import dev.slipway.fake.FakeBackend;
import dev.slipway.fake.FakeBackend.Asked;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSteeringTest {
    private final List<Asked> atPortal = new CopyOnWriteArrayList<>();
    private final List<Asked> atExchange = new CopyOnWriteArrayList<>();
    private final List<Asked> atDefault = new CopyOnWriteArrayList<>();
    private final FakeBackend portal = FakeBackend.http("portal", atPortal);
    private final FakeBackend exchange = FakeBackend.http("exchange", atExchange);
    private final FakeBackend other = FakeBackend.http("default", atDefault);
    private final TestRelay relay = relay(new Setting());

    private TestRelay relay(Setting setting) {
        return new TestRelay(
                setting,
                Map.of(
                        Lane.PORTAL, new int[] {portal.port()},
                        Lane.ACTIVESYNC, new int[] {exchange.port()},
                        Lane.DEFAULT, new int[] {other.port()}),
                Map.of());
    }

    @AfterEach
    void end() throws IOException {
        relay.close();
        portal.close();
        exchange.close();
        other.close();
    }

    @Test
    void kept_alive_requests_of_three_lanes_on_one_connection_reach_three_servers() throws IOException {
        try (DeviceSocket device = relay.call()) {
            for (int i = 0; i < 3; i++) {
                assertThat(device.get("/get/win").answer()).isEqualTo("HTTP/1.1 200 OK|portal GET /get/win HTTP/1.1 ");
                assertThat(device.get("/Microsoft-Server-ActiveSync?Cmd=Ping").answer())
                        .contains("|exchange GET /Micro");
                assertThat(device.get("/else").answer()).contains("|default GET /else");
            }
        }
        assertThat(atPortal).hasSize(3);
        assertThat(atExchange).hasSize(3);
        assertThat(atDefault).hasSize(3);
        await().until(() -> portal.connections() + exchange.connections() + other.connections() == 0);
    }

    @Test
    void pipelined_requests_of_different_lanes_are_answered_in_their_order() throws IOException {
        try (DeviceSocket device = relay.call()) {
            device.send("GET /else HTTP/1.1\r\nHost: h\r\n\r\n"
                    + "POST /boot/v1/report HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
                    + "POST /autodiscover/AUTODISCOVER.xml HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nxyz\r\n0\r\n\r\nGET /a/x HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(device.answer()).endsWith("|default GET /else HTTP/1.1 ");
            assertThat(device.answer()).endsWith("|portal POST /boot/v1/report HTTP/1.1 abc");
            assertThat(device.answer()).endsWith("|exchange POST /autodiscover/AUTODISCOVER.xml HTTP/1.1 xyz");
            assertThat(device.answer()).endsWith("|portal GET /a/x HTTP/1.1 ");
        }
    }

    @Test
    void requests_that_come_byte_by_byte_are_steered_like_whole_ones() throws IOException {
        String all = "POST /get HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"
                + "GET /else HTTP/1.1\r\nHost: h\r\n\r\n";
        try (DeviceSocket device = relay.call()) {
            for (char c : all.toCharArray()) {
                device.send(String.valueOf(c));
            }
            assertThat(device.answer()).endsWith("|portal POST /get HTTP/1.1 abcde");
            assertThat(device.answer()).endsWith("|default GET /else HTTP/1.1 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/%67et/x, portal",
        "//get, portal",
        "/x/../get, portal",
        "/getaway, default",
        "/MICROSOFT-SERVER-ACTIVESYNC/x, exchange",
        "/d/0abc/settings.xml, portal",
        "/at/it@example.com/get, portal",
        "/receipt/1/2, portal",
        "/, default"
    })
    void a_path_is_steered_by_what_it_means(String path, String where) throws IOException {
        try (DeviceSocket device = relay.call()) {
            assertThat(device.get(path).answer()).startsWith("HTTP/1.1 200 OK|" + where + " GET " + path + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /get HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /get HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST /get HTTP/1.1\r\nHost: h\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST /get HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n X: y\r\n\r\n0\r\n\r\n",
                "GET /get HTTP/1.1\r\nHost: h\nX: y\r\n\r\n",
                "GET /get HTTP/1.1\r\nHost: h\r\nConnection: upgrade, http2-settings\r\nUpgrade: h2c\r\n\r\n"
            })
    void what_two_readers_could_end_differently_reaches_no_server(String request) throws IOException {
        try (DeviceSocket device = relay.call()) {
            device.send(request);
            assertThat(device.rest()).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("\"code\":\"relay.");
        }
        assertThat(atPortal).isEmpty();
        assertThat(portal.connections()).isZero();
    }

    @Test
    void a_broken_chunk_ends_the_request_for_the_server_too() throws IOException {
        try (DeviceSocket device = relay.call()) {
            device.send("POST /get HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcX");
            assertThat(device.rest()).contains("relay.chunk");
        }
        assertThat(atPortal).isEmpty();
        await().until(() -> portal.connections() == 0);
    }

    @Test
    void an_http_1_0_device_that_ends_its_side_still_gets_its_answer() throws IOException {
        try (DeviceSocket device = relay.call()) {
            device.send("GET /get HTTP/1.0\r\nConnection: close\r\n\r\n");
            device.socket.shutdownOutput();
            assertThat(device.rest()).contains("portal GET /get HTTP/1.0");
        }
    }

    @Test
    void what_only_somebody_trusted_may_say_is_left_out() throws IOException {
        try (DeviceSocket device = relay.call()) {
            device.send("POST /get HTTP/1.1\r\nX-Forwarded-For: 1.2.3.4\r\nHost: h\r\nForwarded: for=me\r\n"
                    + "Content-Length: 2\r\nCSC-Alias: x\r\n\r\nab");
            assertThat(device.answer()).endsWith(" ab");
        }
        assertThat(atPortal.getFirst().fields()).containsExactly("Host: h", "Content-Length: 2");
    }

    @Test
    void http_2_without_tls_is_told_to_speak_http_1() throws IOException {
        try (DeviceSocket device = relay.call()) {
            device.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            assertThat(device.rest()).hasSize(26).endsWith("\0\0\0\r");
        }
        assertThat(relay.counts.refusals()).containsEntry("relay.http2", 1L);
    }

    @Test
    void a_host_may_have_a_lane_of_its_own() throws IOException {
        try (TestRelay ruled = relay(new Setting().ruled("host:*.mail.example=activesync; path:/own=portal"));
                DeviceSocket device = ruled.call()) {
            device.send("GET /get HTTP/1.1\r\nHost: A.Mail.Example:80\r\n\r\n");
            assertThat(device.answer()).contains("|exchange ");
            assertThat(device.get("/own/x").answer()).contains("|portal ");
        }
    }

    @Test
    void a_lane_without_a_server_that_works_is_answered_503_and_the_next_request_goes_on_elsewhere()
            throws IOException {
        portal.close();
        try (DeviceSocket device = relay.call()) {
            assertThat(device.get("/get").rest())
                    .startsWith("HTTP/1.1 503 Service Unavailable")
                    .contains("Retry-After: 10", "relay.unreachable");
        }
        try (DeviceSocket device = relay.call()) {
            assertThat(device.get("/else").answer()).contains("|default ");
        }
    }

    @Test
    void a_server_that_takes_no_connections_is_replaced_before_a_byte_was_sent() throws IOException {
        int dead = portal.port();
        portal.close();
        try (FakeBackend second = FakeBackend.http("second", atPortal);
                TestRelay two =
                        new TestRelay(new Setting(), Map.of(Lane.PORTAL, new int[] {dead, second.port()}), Map.of())) {
            for (int i = 0; i < 5; i++) {
                try (DeviceSocket device = two.call()) {
                    assertThat(device.get("/get").answer()).contains("|second ");
                }
            }
        }
    }

    @Test
    void an_answer_that_is_cut_is_no_whole_answer_for_the_device() throws IOException {
        try (FakeBackend cuts = new FakeBackend(socket -> {
                    FakeBackend.head(socket);
                    FakeBackend.write(socket.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                });
                TestRelay broken =
                        new TestRelay(new Setting(), Map.of(Lane.PORTAL, new int[] {cuts.port()}), Map.of());
                DeviceSocket device = broken.call()) {
            device.get("/get");
            assertThatThrownBy(device::rest).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void a_server_that_ends_without_an_answer_is_told_of_as_a_bad_gateway() throws IOException {
        try (FakeBackend mute = new FakeBackend(FakeBackend::head);
                TestRelay broken =
                        new TestRelay(new Setting(), Map.of(Lane.PORTAL, new int[] {mute.port()}), Map.of());
                DeviceSocket device = broken.call()) {
            assertThat(device.get("/get").rest()).startsWith("HTTP/1.1 502 ").contains("relay.bad-answer");
        }
    }

    @Test
    void an_answer_that_lasts_until_the_end_of_the_connection_ends_it() throws IOException {
        try (FakeBackend old = new FakeBackend(socket -> {
                    FakeBackend.head(socket);
                    FakeBackend.write(socket.getOutputStream(), "HTTP/1.0 200 OK\r\n\r\nall of it");
                });
                TestRelay behind = new TestRelay(new Setting(), Map.of(Lane.PORTAL, new int[] {old.port()}), Map.of());
                DeviceSocket device = behind.call()) {
            assertThat(device.get("/get").rest()).isEqualTo("HTTP/1.0 200 OK\r\n\r\nall of it");
        }
    }

    @Test
    void bytes_behind_an_answer_belong_to_nobody() throws IOException {
        try (FakeBackend talks = new FakeBackend(socket -> {
                    FakeBackend.head(socket);
                    FakeBackend.write(
                            socket.getOutputStream(),
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                    + "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                    socket.getInputStream().readAllBytes();
                });
                TestRelay behind =
                        new TestRelay(new Setting(), Map.of(Lane.PORTAL, new int[] {talks.port()}), Map.of());
                DeviceSocket device = behind.call()) {
            assertThat(device.get("/get").rest()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }
    }

    @Test
    void interim_answers_pass_and_an_upgrade_leaves_http() throws IOException {
        try (FakeBackend sockets = new FakeBackend(socket -> {
                    FakeBackend.head(socket);
                    FakeBackend.write(
                            socket.getOutputStream(),
                            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nHELLO");
                    socket.getInputStream().transferTo(socket.getOutputStream());
                });
                TestRelay behind =
                        new TestRelay(new Setting(), Map.of(Lane.PORTAL, new int[] {sockets.port()}), Map.of());
                DeviceSocket device = behind.call()) {
            device.send("GET /get HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n");
            String expected =
                    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nHELLO";
            assertThat(device.read(expected.length())).isEqualTo(expected);
            device.send("POST / HTTP/1.1\r\n\r\n no HTTP any more");
            device.socket.shutdownOutput();
            assertThat(device.rest()).isEqualTo("POST / HTTP/1.1\r\n\r\n no HTTP any more");
        }
    }

    @Test
    void each_connection_leaves_one_line_without_a_path_or_query() throws IOException {
        try (DeviceSocket device = relay.call()) {
            device.get("/Microsoft-Server-ActiveSync?User=anna&DeviceId=1").answer();
            device.get("/get/secret").answer();
        }
        await().until(() -> relay.lines.size() == 1);
        assertThat(relay.lines.getFirst())
                .contains("\"to\":\"activesync,portal\"", "\"requests\":2", "\"end\":\"CI\"")
                .doesNotContain("anna", "secret");
    }
}
