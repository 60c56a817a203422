package dev.slipway.door.relay.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.base.wire.alias.AliasName;
import dev.slipway.door.relay.center.TestCenter.TestSite;
import dev.slipway.fake.DeviceSocket;
import dev.slipway.fake.FakeBackend;
import dev.slipway.fake.FakeBackend.Asked;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchingCenterTest {
    private static final String ALIAS = "it@example.com";
    private static final String LABEL = new AliasName(ALIAS).label();

    @TempDir
    private Path directory;

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final FakeBackend portal = FakeBackend.http("portal", asked);
    private TestCenter center;

    @BeforeEach
    void start() {
        center = new TestCenter(directory);
        center.aliases.add(ALIAS, List.of("phones.example.com"));
        center.center().look();
    }

    @AfterEach
    void end() throws IOException {
        center.close();
        portal.close();
    }

    private TestSite here() {
        TestSite site = center.site("site", ALIAS, center.code(ALIAS), portal.port());
        await().until(() -> site.site.tunnels() == 2);
        return site;
    }

    private static String request(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    }

    @Test
    void a_site_that_dials_with_a_code_is_found_by_path_label_host_and_line() throws IOException {
        try (TestSite site = here();
                DeviceSocket device = center.call()) {
            assertThat(device.send(request("/at/it@example.com/get", "x")).answer())
                    .isEqualTo("HTTP/1.1 200 OK|portal GET /at/it@example.com/get HTTP/1.1 ");
            assertThat(device.send(request("/at/IT%40Example.com/get", "x")).answer())
                    .startsWith("HTTP/1.1 200 OK");
            assertThat(device.send(request("/get", LABEL + ".center.example:1700"))
                            .answer())
                    .contains("GET /get");
            assertThat(device.send(request("/get", "Phones.example.com")).answer())
                    .contains("GET /get");
            try (DeviceSocket line = center.call()) {
                line.send("CSC1 it@example.com\r\n" + request("/get", "y"));
                assertThat(line.answer()).contains("GET /get");
            }
            assertThat(site.site.found()).containsExactly(ALIAS);
        }
        assertThat(asked).hasSize(5);
    }

    @Test
    void large_bodies_pass_whole_in_both_directions() throws IOException {
        String body = "x".repeat(5_000_000);
        try (TestSite site = here();
                DeviceSocket device = center.call()) {
            device.send("POST /at/it@example.com/get HTTP/1.1\r\nHost: h\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
            assertThat(device.answer())
                    .hasSize("HTTP/1.1 200 OK|portal POST /at/it@example.com/get HTTP/1.1 ".length() + body.length());
            assertThat(site.site.tunnels()).isEqualTo(2);
        }
    }

    @Test
    void each_side_of_a_device_s_connection_ends_by_itself() throws IOException {
        try (FakeBackend echo = FakeBackend.echo(">");
                TestSite site = center.site("site", ALIAS, center.code(ALIAS), echo.port());
                DeviceSocket device = center.call()) {
            await().until(() -> site.site.tunnels() == 2);
            device.send("CSC1 it@example.com\r\n\0hello");
            device.socket.shutdownOutput();
            assertThat(device.rest()).isEqualTo(">\0hello");
        }
    }

    @Test
    void unknown_disabled_and_away_are_answered_alike() throws IOException {
        center.aliases.add("off@example.com", List.of());
        center.aliases.add("away@example.com", List.of());
        center.aliases.disable("off@example.com", true);
        center.center().look();
        List<String> answers = new ArrayList<>();
        for (String alias : List.of("none@example.com", "off@example.com", "away@example.com", "%00", "")) {
            try (DeviceSocket device = center.call()) {
                long began = System.nanoTime();
                answers.add(device.send(request("/at/" + alias + "/get", "h")).rest());
                if (!alias.equals("%00")) {
                    assertThat(System.nanoTime() - began).isGreaterThan(190_000_000L);
                }
            }
        }
        assertThat(answers.subList(0, 3)).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void a_server_name_that_leads_nowhere_is_told_by_an_alert() throws Exception {
        byte[] hello = HexFormat.of()
                .parseHex("1603010047010000430303" + "00".repeat(32) + "00" + "0002" + "1301" + "0100" + "0018"
                        + "00000014" + "001200000f" + hex("none.center.abc"));
        try (DeviceSocket device = center.call()) {
            device.socket.getOutputStream().write(hello);
            assertThat(device.rest()).isEqualTo("\25\3\3\0\2\2\160");
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_code_works_once_and_another_key_is_not_let_in() {
        String code = center.code(ALIAS);
        try (TestSite first = center.site("site", ALIAS, code, portal.port())) {
            await().until(() -> first.site.tunnels() == 2);
            try (TestSite thief = center.site("thief", ALIAS, code, portal.port())) {
                await().during(Duration.ofMillis(500)).until(() -> thief.site.tunnels() == 0);
                assertThat(first.site.tunnels()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_center_with_another_key_is_not_trusted() {
        String code = "a".repeat(26) + center.code(ALIAS).substring(26);
        try (TestSite site = center.site("site", ALIAS, code, portal.port())) {
            await().during(Duration.ofMillis(500)).until(() -> site.site.tunnels() == 0);
        }
    }

    @Test
    void a_site_that_was_here_needs_no_code_and_newer_processes_replace_older_ones() throws IOException {
        try (TestSite first = here()) {
            try (TestSite second = center.site("site", ALIAS, "", portal.port())) {
                await().until(() -> second.site.tunnels() == 2);
                await().until(() -> first.site.tunnels() == 0);
                try (DeviceSocket device = center.call()) {
                    assertThat(device.send(request("/at/it@example.com/get", "h"))
                                    .answer())
                            .contains("portal");
                }
            }
        }
    }

    @Test
    void several_sites_of_one_alias_share_the_devices() throws IOException {
        List<Asked> atOther = new CopyOnWriteArrayList<>();
        try (TestSite one = here();
                FakeBackend other = FakeBackend.http("other", atOther);
                TestSite two = center.site("second", ALIAS, center.code(ALIAS), other.port())) {
            await().until(() -> two.site.tunnels() == 2);
            List<DeviceSocket> devices = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                DeviceSocket device = center.call();
                devices.add(device);
                device.send(request("/at/it@example.com/get", "h")).answer();
            }
            assertThat(asked).hasSize(4);
            assertThat(atOther).hasSize(4);
            for (DeviceSocket device : devices) {
                device.close();
            }
            assertThat(one.site.tunnels()).isEqualTo(2);
        }
    }

    @Test
    void an_alias_that_is_disabled_or_moved_lets_its_sites_go_at_once() throws IOException {
        try (TestSite site = here()) {
            center.aliases.disable(ALIAS, true);
            center.center().look();
            await().until(() -> site.site.tunnels() == 0);
            try (DeviceSocket device = center.call()) {
                assertThat(device.send(request("/at/it@example.com/get", "h")).rest())
                        .startsWith("HTTP/1.1 503");
            }
            center.aliases.disable(ALIAS, false);
            center.center().look();
            await().until(() -> site.site.tunnels() == 2);
            center.aliases.code(ALIAS, Duration.ofHours(1), true);
            center.center().look();
            await().until(() -> site.site.tunnels() == 0);
        }
    }

    @Test
    void stalled_readers_stop_nobody() throws IOException {
        byte[] big = new byte[8 << 20];
        try (FakeBackend server = new FakeBackend(socket -> {
                    FakeBackend.head(socket);
                    boolean small = asked.size() == 1;
                    FakeBackend.write(
                            socket.getOutputStream(),
                            "HTTP/1.1 200 OK\r\nContent-Length: " + (small ? 2 : big.length) + "\r\n\r\n");
                    socket.getOutputStream().write(big, 0, small ? 2 : big.length);
                    socket.getInputStream().readAllBytes();
                });
                TestSite site = center.site("site", ALIAS, center.code(ALIAS), server.port())) {
            await().until(() -> site.site.tunnels() == 2);
            List<DeviceSocket> stalled = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                DeviceSocket device = center.call();
                device.socket.setReceiveBufferSize(4096);
                stalled.add(device.send(request("/at/it@example.com/get", "h")));
                assertThat(device.read(15)).isEqualTo("HTTP/1.1 200 OK");
            }
            asked.add(new Asked("from now on small", List.of(), ""));
            for (int i = 0; i < 10; i++) {
                try (DeviceSocket device = center.call()) {
                    assertThat(device.send(request("/at/it@example.com/get", "h"))
                                    .answer())
                            .startsWith("HTTP/1.1 200 OK|");
                }
            }
            for (DeviceSocket device : stalled) {
                device.close();
            }
        }
    }

    @Test
    void what_breaks_off_at_the_site_breaks_off_at_the_device() throws IOException {
        try (FakeBackend cuts = new FakeBackend(socket -> {
                    FakeBackend.head(socket);
                    FakeBackend.write(socket.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                });
                TestSite site = center.site("site", ALIAS, center.code(ALIAS), cuts.port());
                DeviceSocket device = center.call()) {
            await().until(() -> site.site.tunnels() == 2);
            device.send(request("/at/it@example.com/get", "h"));
            assertThatThrownBy(device::rest).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void a_center_that_begins_again_has_its_sites_back_within_seconds() throws IOException {
        int devices = center.devices();
        int tunnels = center.tunnels();
        try (TestSite site = here()) {
            center.close();
            await().until(() -> site.site.tunnels() == 0);
            center = new TestCenter(directory, devices, tunnels);
            await().until(() -> site.site.tunnels() == 2);
            try (DeviceSocket device = center.call()) {
                assertThat(device.send(request("/at/it@example.com/get", "h")).answer())
                        .contains("portal");
            }
        }
    }

    @Test
    void who_shows_no_certificate_is_not_heard() throws IOException {
        try (var socket = new Socket("127.0.0.1", center.tunnels())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(10);
        }
    }
}
