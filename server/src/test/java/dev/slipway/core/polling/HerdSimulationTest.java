package dev.slipway.core.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A million devices after a power cut, boots spread by 20 s, at 2,000 answers per second: at best 500 s. */
class HerdSimulationTest {
    private static final int MILLION = 1_000_000;

    /** Of an independent simulation: seconds until all are served (within 15 %), requests of each device (25 %). */
    @ParameterizedTest(name = "{0}, a refusal costs {1} of an answer")
    @CsvSource({
        "FIXED, 0.02, 610, 9.5",
        "EXPONENTIAL, 0.02, 18290, 6.0",
        "JITTER, 0.02, 3747, 4.6",
        "JITTER, 0.20, 3990, 5.8",
        "CONSTANT, 0.02, 1382, 4.4",
        "PLANNED, 0.02, 617, 1.95",
        "PLANNED, 0.20, 727, 2.8"
    })
    void every_way_to_come_back_has_its_price(Herd.Retry retry, double cost, double done, double requests) {
        HerdSimulation.Drain drain = run(retry, cost, 0);

        assertThat(drain.served()).isEqualTo(MILLION);
        assertThat((double) drain.doneSeconds()).isCloseTo(done, Percentage.withPercentage(15));
        assertThat(drain.requestsPerDevice()).isCloseTo(requests, Percentage.withPercentage(25));
        assertThat(drain.peak()).isGreaterThanOrEqualTo(19_000);
    }

    @Test
    void a_computed_answer_drains_the_herd_within_a_quarter_more_than_the_ideal_time() {
        var herd = new Herd(MILLION, 20, 2_000, 0.02, Herd.Retry.PLANNED, 0);

        assertThat(run(Herd.Retry.PLANNED, 0.02, 0).doneSeconds())
                .isLessThanOrEqualTo((int) (1.25 * herd.idealSeconds()));
    }

    @ParameterizedTest
    @CsvSource({"FIXED", "CONSTANT"})
    void when_refusals_are_dear_a_constant_answer_does_not_drain_it(Herd.Retry retry) {
        HerdSimulation.Drain drain = run(retry, 0.20, 0);

        assertThat(drain.served()).isLessThan(MILLION / 2);
    }

    @Test
    void devices_that_do_not_listen_ask_more() {
        HerdSimulation.Drain listening = run(Herd.Retry.PLANNED, 0.02, 0);
        HerdSimulation.Drain tenth = run(Herd.Retry.PLANNED, 0.02, 0.1);

        assertThat(tenth.requestsPerDevice()).isGreaterThan(listening.requestsPerDevice());
        assertThat(tenth.served()).isEqualTo(MILLION);
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
        return HerdSimulation.run(new Herd(MILLION, 20, 2_000, cost, retry, deaf), new SplittableRandom(42));
    }
}
