package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A real administration; the portal gives everybody the same file. */
class SimulateCommandTest {
    private final Vertx loops = Listener.loops();
    private TestHouse house;
    private Listening portal;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        house = new TestHouse(temporary);
        portal = new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL)
                .start(loops, InstantSource.system(), request -> request.response()
                        .putHeader("etag", "\"one\"")
                        .end("<settings/>"));
        var type = house.run(words("device-type create snom --maker snom --family D --platform phone"
                + " --rule maker_is_snom --takes snom-settings"));
        assertThat(type.exit()).as(type.err()).isZero();
    }

    @AfterEach
    void close() {
        portal.stop();
        loops.close().await();
        house.close();
    }

    @Test
    void phones_come_are_told_of_and_go() {
        var ran = simulate("--devices 5 --minutes 0 --capacity 100 --power-cut --boot-spread 0");

        assertThat(ran.err()).contains("5 of 5 phones made", "power cut", "drained: 5 of 5 phones", "5 phones removed");
        assertThat(ran.out()).contains("PART", "first contact", "NOT MODIFIED");
        assertThat(ran.exit()).isZero();
        assertThat(house.run("device", "list").out()).doesNotContain("sim-");
        assertThat(house.run("group", "list").out()).doesNotContain("sim-");
        assertThat(house.run("journal", "list").out()).contains("device.open-address", "sim-snom-000005");
    }

    @Test
    void the_report_is_data_too() {
        var ran = simulate("--devices 2 --minutes 0 --capacity 100 -o json");

        var report = JsonMapper.shared().readTree(ran.out());
        assertThat(report.path("devices").asInt()).isEqualTo(2);
        assertThat(report.path("parts").path(0).path("ok").asInt()).isEqualTo(2);
        assertThat(report.path("parts").path(0).has("cpu_seconds")).isFalse();
    }

    @Test
    void kept_devices_are_in_a_group_of_their_own_and_the_next_run_takes_them_over() {
        simulate("--devices 2 --minutes 0 --capacity 100 --keep");
        assertThat(house.run("group", "members", "sim-phones").out()).contains("sim-snom-000001", "sim-snom-000002");

        var again = simulate("--devices 3 --minutes 0 --capacity 100");

        assertThat(again.exit()).isZero();
        assertThat(house.run("device", "list").out()).doesNotContain("sim-");
    }

    @ParameterizedTest
    @CsvSource({
        "--devices 0,                              simulate.scene",
        "--devices 100001,                         simulate.scene",
        "--devices 2 --type nokia,                 cli.simulate",
        "--devices 2 --period 5s,                  cli.simulate",
        "--devices 2 --period 60s --mode abs,      cli.simulate",
        "--devices 2 --at portal,                  cli.simulate",
        "--devices many,                           cli.number",
        "--devices 1 --minutes 1441,               simulate.scene"
    })
    void what_makes_no_sense_is_refused_before_anything_is_made(String words, String code) {
        var ran = house.run(words("simulate " + words));

        assertThat(ran.err()).contains("(" + code + ")");
        assertThat(ran.exit()).isNotZero();
        assertThat(house.run("group", "list").out()).doesNotContain("sim-");
    }

    private TestHouse.Ran simulate(String words) {
        return house.run(Stream.concat(
                        Arrays.stream(words("simulate " + words)),
                        Stream.of("--at", "http://127.0.0.1:" + portal.port()))
                .toArray(String[]::new));
    }

    /** An underline stands for a blank within a word. */
    private static String[] words(String text) {
        return Arrays.stream(text.split(" "))
                .map(word -> word.replace('_', ' '))
                .toArray(String[]::new);
    }
}
