package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four phones, two of them of the group hall. */
class PollingCommandTest {
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        house = new TestHouse(temporary);
        done("group", "create", "hall");
        done(
                "device-type",
                "create",
                "phone",
                "--maker",
                "any",
                "--family",
                "P",
                "--platform",
                "p",
                "--rule",
                "platform is p");
        for (String name : new String[] {"one", "two", "three", "four"}) {
            done("device", "create", name, "--type", "phone");
        }
        done("device", "update", "one", "--group", "hall");
        done("device", "update", "two", "--group", "hall");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void without_a_plan_polling_is_off() {
        assertThat(done("polling", "forecast").out()).contains("4 devices  polling off", "mean 0/s");
    }

    @Test
    void a_proposal_changes_nothing() {
        var proposed = done("polling", "plan", "--capacity", "2000", "--freshness", "1d", "--devices", "1000000");

        assertThat(proposed.out())
                .contains(
                        "plan         rnd 23 h, spread",
                        "load         mean 24.2/s, busiest minute 24.2/s, peak 47.6 in a second",
                        "(1.21 % and 2.38 % of the capacity)",
                        "age          at most 23 h",
                        "note: every device draws its moment anew",
                        "03  ################################################  24.2");
        assertThat(proposed.err()).contains("nothing is changed");
        assertThat(done("polling", "forecast").out()).contains("4 devices  polling off");
    }

    @Test
    void a_plan_is_given_counted_and_ended_by_writing_off() {
        done("polling", "plan", "--capacity", "1", "--freshness", "1h", "--apply");
        done("polling", "plan", "--capacity", "1", "--freshness", "2h", "--to", "group:hall", "--apply");

        assertThat(done("polling", "forecast", "--capacity", "1").out())
                .contains("2 devices  rnd 1 h, spread: mean 0.00/s", "2 devices  rnd 2 h, spread", "of the capacity");

        assertThat(done("polling", "off", "--to", "group:hall").err()).contains("polling is off for group:hall");
        assertThat(done("polling", "forecast").out()).contains("2 devices  rnd 1 h, spread", "2 devices  polling off");
        assertThat(done("device", "explain", "one").out()).contains("polling.enabled = false (locked)");
        assertThat(done("journal", "list").out()).contains("polling.plan", "polling.off");
        assertThat(done("profile", "list").out()).contains("Polling of everyone", "Polling of group:hall");
    }

    @Test
    void a_dangerous_plan_by_hand_is_warned_of_with_its_number() {
        done("profile", "create", "night");
        done(
                "profile",
                "set",
                "night",
                "--locked",
                "polling.enabled=true",
                "--locked",
                "polling.mode=abs",
                "--locked",
                "polling.time=03:00");
        done("assignment", "create", "--profile", "night", "--everyone");

        assertThat(done("polling", "forecast").out())
                .contains(
                        "4 devices  abs daily at 03:00", "warning: abs at 03:00 for all: 4 devices ask in one minute");
    }

    @Test
    void settings_that_make_no_plan_are_shown_as_such() {
        done("profile", "create", "half");
        done("profile", "set", "half", "--locked", "polling.enabled=true");
        done("assignment", "create", "--profile", "half", "--everyone");

        assertThat(done("polling", "forecast").out()).contains("4 devices  no plan: polling.mode is missing");
    }

    @Test
    void an_outage_is_simulated() {
        var run = done(
                "polling", "simulate", "--devices", "100000", "--mode", "rnd", "--period", "1h", "--capacity", "1000");

        assertThat(run.out()).contains("times the average", "drained      after", "100000 devices were served");
        assertThat(house.run("polling", "simulate", "--devices", "0", "--mode", "rel")
                        .err())
                .contains("polling.scenario");
    }

    @Test
    void what_cannot_be_planned_is_refused_with_what_to_do() {
        assertThat(house.run("polling", "plan", "--capacity", "0", "--freshness", "1d")
                        .err())
                .contains("polling.wish");
        assertThat(house.run("polling", "plan", "--capacity", "10", "--freshness", "soon")
                        .exit())
                .isEqualTo(Exit.USAGE);
        assertThat(house.run("polling", "plan", "--capacity", "10", "--freshness", "1d", "--window", "night")
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    private TestHouse.Ran done(String... arguments) {
        TestHouse.Ran ran = house.run(arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }
}
