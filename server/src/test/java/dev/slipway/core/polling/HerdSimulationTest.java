package dev.slipway.core.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Devices after a power cut, boots spread by 20 s, at a 500th of them in answers per second: at best 500 s. All depends
 * on that ratio, so a tenth of a million stands for the million of the figures compared with, except where the last
 * few decide.
 */
class HerdSimulationTest {
    private static final int MILLION = 1_000_000;
    private static final int DEVICES = MILLION / 10;

    /** Of an independent simulation: seconds until all are served (within 15 %), requests of each device (25 %). */
    @ParameterizedTest(name = "{0} devices, {1}, a refusal costs {2} of an answer")
    @CsvSource({
        "100000, FIXED, 0.02, 610, 9.5",
        "1000000, EXPONENTIAL, 0.02, 18290, 6.0",
        "100000, JITTER, 0.02, 3747, 4.6",
        "100000, JITTER, 0.20, 3990, 5.8",
        "100000, CONSTANT, 0.02, 1382, 4.4",
        "100000, PLANNED, 0.02, 617, 1.95",
        "100000, PLANNED, 0.20, 727, 2.8"
    })
    void every_way_to_come_back_has_its_price(
            int devices, Herd.Retry retry, double cost, double done, double requests) {
        HerdSimulation.Drain drain =
                HerdSimulation.run(new Herd(devices, 20, devices / 500.0, cost, retry, 0), new SplittableRandom(42));

        assertThat(drain.served()).isEqualTo(devices);
        assertThat(drain.peak()).isGreaterThanOrEqualTo(devices / 53);
        assertThat((double) drain.doneSeconds()).isCloseTo(done, Percentage.withPercentage(15));
        assertThat(drain.requestsPerDevice()).isCloseTo(requests, Percentage.withPercentage(25));
    }

    @Test
    void a_computed_answer_drains_the_herd_within_a_quarter_more_than_the_ideal_time() {
        var herd = new Herd(MILLION, 20, 2_000, 0.02, Herd.Retry.PLANNED, 0);

        HerdSimulation.Drain drain = HerdSimulation.run(herd, new SplittableRandom(42));
        assertThat(drain.doneSeconds()).isLessThanOrEqualTo((int) (1.25 * herd.idealSeconds()));
    }

    @ParameterizedTest
    @CsvSource({"FIXED", "CONSTANT"})
    void when_refusals_are_dear_a_constant_answer_does_not_drain_it(Herd.Retry retry) {
        HerdSimulation.Drain drain = run(retry, 0.20, 0);

        assertThat(drain.served()).isLessThan(DEVICES / 2);
    }

    @Test
    void devices_that_do_not_listen_ask_more() {
        HerdSimulation.Drain listening = run(Herd.Retry.PLANNED, 0.02, 0);
        HerdSimulation.Drain tenth = run(Herd.Retry.PLANNED, 0.02, 0.1);

        assertThat(tenth.requestsPerDevice()).isGreaterThan(listening.requestsPerDevice());
        assertThat(tenth.served()).isEqualTo(DEVICES);
    }

    @Test
    void the_same_seed_gives_the_same_run() {
        assertThat(run(Herd.Retry.JITTER, 0.02, 0.1)).isEqualTo(run(Herd.Retry.JITTER, 0.02, 0.1));
    }

    @Test
    void a_server_that_is_large_enough_refuses_nobody() {
        HerdSimulation.Drain drain =
                HerdSimulation.run(new Herd(1_000, 20, 10_000, 0.02, Herd.Retry.FIXED, 0), new SplittableRandom(1));

        assertThat(drain.requestsPerDevice()).isCloseTo(1, within(1e-9));
    }

    private static HerdSimulation.Drain run(Herd.Retry retry, double cost, double deaf) {
        return HerdSimulation.run(new Herd(DEVICES, 20, DEVICES / 500.0, cost, retry, deaf), new SplittableRandom(42));
    }
}
