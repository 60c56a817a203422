package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code slipway simulate}: a small fleet against the real server, over TLS at its public address. */
class SimulateJourney {
    private final House house = House.shared();

    @Test
    void phones_are_made_poll_come_back_after_a_power_cut_and_are_gone() {
        String said = house.cli(
                "",
                "simulate",
                "--devices",
                "24",
                "--type",
                "snom",
                "--type",
                "yealink",
                "--period",
                "10s",
                "--minutes",
                "0.4",
                "--load",
                "2",
                "--power-cut",
                "--boot-spread",
                "1",
                "--metrics",
                "http://127.0.0.1:" + house.ports().management() + "/metrics");

        assertThat(said)
                .contains("24 of 24 phones made", "by plan", "2x load", "drained: 24 of 24 phones", "24 phones removed")
                .contains("CPU time: an answer costs the server's process");
        assertThat(house.admin().get("groups/sim-phones").status()).isEqualTo(404);
        assertThat(house.admin().list("devices?limit=1000"))
                .extracting(device -> device.path("name").asString())
                .noneMatch(name -> name.startsWith("sim-"));
    }

    @Test
    void phones_poll_by_the_plan_of_their_files() {
        Admin admin = house.admin();
        admin.post("groups", Map.of("name", "sim-phones")).done();
        admin.profile("simulated polling", "polling.enabled=true", "polling.mode=rel", "polling.period_seconds=10");
        String assignment = admin.assign("profile", "simulated polling", "group:sim-phones");

        String said = house.cli("", "simulate", "--devices", "8", "--minutes", "0.4", "--capacity", "100");

        assertThat(said.lines().filter(line -> line.startsWith("by plan ")))
                .singleElement()
                .satisfies(line -> assertThat(Integer.parseInt(line.split(" +")[3]))
                        .as("8 phones in 24 s, every 10 s: " + line)
                        .isBetween(12, 24));
        assertThat(admin.list("groups/sim-phones/devices"))
                .as("a group that was there before stays")
                .isEmpty();
        admin.bare("DELETE", "assignments/" + assignment).done();
        admin.bare("DELETE", "groups/sim-phones").done();
    }
}
