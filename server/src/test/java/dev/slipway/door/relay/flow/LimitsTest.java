package dev.slipway.door.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.door.relay.flow.TestRelay.Setting;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.fake.DeviceSocket;
import dev.slipway.fake.FakeBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final FakeBackend server = FakeBackend.http("portal", new ArrayList<>());

    private TestRelay relay(Sources.Limits limits) {
        return new TestRelay(new Setting().with(limits), Map.of(Lane.PORTAL, new int[] {server.port()}), Map.of());
    }

    private static DeviceSocket from(String address, TestRelay relay) throws IOException {
        return new DeviceSocket(new Socket(
                InetAddress.getByName("127.0.0.1"), relay.listener.port(), InetAddress.getByName(address), 0));
    }

    @Test
    void a_source_that_comes_too_often_is_cut_and_others_are_not() throws IOException {
        try (TestRelay relay = relay(new Sources.Limits(1, 3, 100, 100, 0, 1000))) {
            for (int i = 0; i < 3; i++) {
                try (DeviceSocket device = from("127.0.0.2", relay)) {
                    assertThat(device.get("/get").answer()).contains("|portal ");
                }
            }
            try (DeviceSocket device = from("127.0.0.2", relay)) {
                assertThatThrownBy(() -> device.get("/get").rest()).isInstanceOf(SocketException.class);
            }
            try (DeviceSocket device = from("127.0.0.3", relay)) {
                assertThat(device.get("/get").answer()).contains("|portal ");
            }
            assertThat(relay.counts.refusals()).containsEntry("relay.limit-rate", 1L);
        }
    }

    @Test
    void those_that_say_nothing_take_no_more_than_their_share() throws IOException {
        try (TestRelay relay = relay(new Sources.Limits(10_000, 10_000, 1000, 20, 0, 1000))) {
            List<DeviceSocket> silent = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                silent.add(from("127.0.0.2", relay));
            }
            await().until(() -> relay.counts.refusals().getOrDefault("relay.limit-opening", 0L) == 20);
            assertThat(relay.sources.opening()).isEqualTo(20);
            try (DeviceSocket device = from("127.0.0.3", relay)) {
                assertThat(device.get("/get").answer()).contains("|portal ");
            }
            for (DeviceSocket one : silent) {
                one.close();
            }
            await().until(() -> relay.sources.total() == 0);
            assertThat(relay.sources.opening()).isZero();
        }
    }

    @Test
    void one_connection_too_many_of_all_is_cut() throws IOException {
        try (TestRelay relay = relay(new Sources.Limits(10_000, 10_000, 1000, 100, 0, 2));
                DeviceSocket one = from("127.0.0.2", relay);
                DeviceSocket two = from("127.0.0.3", relay)) {
            assertThat(one.get("/get").answer()).contains("|portal ");
            assertThat(two.get("/get").answer()).contains("|portal ");
            try (DeviceSocket three = from("127.0.0.4", relay)) {
                assertThatThrownBy(() -> three.get("/get").rest()).isInstanceOf(SocketException.class);
            }
            one.socket.close();
            await().until(() -> relay.sources.total() == 1);
            try (DeviceSocket four = from("127.0.0.4", relay)) {
                assertThat(four.get("/get").answer()).contains("|portal ");
            }
        }
    }

    @Test
    void a_source_gets_its_bytes_and_no_more_in_a_second() throws IOException {
        try (FakeBackend big = new FakeBackend(socket -> {
                    FakeBackend.head(socket);
                    FakeBackend.write(
                            socket.getOutputStream(),
                            "HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n" + "x".repeat(3_000_000));
                });
                TestRelay relay = new TestRelay(
                        new Setting().with(new Sources.Limits(100, 100, 100, 100, 1_000_000, 100)),
                        Map.of(Lane.PORTAL, new int[] {big.port()}),
                        Map.of());
                DeviceSocket device = relay.call()) {
            long began = System.nanoTime();
            assertThat(device.get("/get").answer()).hasSize("HTTP/1.1 200 OK|".length() + 3_000_000);
            assertThat((System.nanoTime() - began) / 1e9).isGreaterThan(1.0);
        }
    }

    @Test
    void a_good_device_is_served_while_many_others_drip() throws IOException, InterruptedException {
        int drips = 1000;
        try (TestRelay relay = relay(new Sources.Limits(10_000, 10_000, 5_000, 5_000, 0, 100_000))) {
            List<DeviceSocket> slow = new ArrayList<>();
            for (int i = 0; i < drips; i++) {
                DeviceSocket one = from("127.0.1." + (1 + i % 200), relay);
                one.send("GET /g");
                slow.add(one);
            }
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                long began = System.nanoTime();
                try (DeviceSocket good = from("127.0.0.9", relay)) {
                    assertThat(good.get("/get").answer()).contains("|portal ");
                }
                millis.add((System.nanoTime() - began) / 1_000_000);
            }
            assertThat(millis.stream().sorted().toList().get(18)).as("95 %").isLessThan(1000);
            for (DeviceSocket one : slow) {
                one.close();
            }
        }
    }
}
