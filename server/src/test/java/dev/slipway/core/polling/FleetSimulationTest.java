package dev.slipway.core.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A million devices, against the formulae and against figures of an independent simulation (seed 42, another program):
 * requests in the fullest second.
 */
class FleetSimulationTest {
    private static final int MILLION = 1_000_000;
    private static final LocalTime THREE = LocalTime.of(3, 0);
    private static final LocalTime LAST = LocalTime.of(23, 59);
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest(name = "clock error {0} s")
    @CsvSource({"0.1, 500057", "1, 341667", "5, 79261", "30, 13426"})
    void abs_for_all_puts_the_fleet_into_a_few_seconds(double clockError, double independent) {
        var fleet = FleetPlan.plain(PollingPlan.abs(THREE));

        assertThat(peak(fleet, new Forecast.Conditions(20, clockError, 20), DAY, DAY))
                .isCloseTo((long) independent, Percentage.withPercentage(2));
        assertThat(forecast(fleet, new Forecast.Conditions(20, clockError, 20))
                        .peak()
                        .max())
                .isCloseTo(independent, Percentage.withPercentage(2));
    }

    @ParameterizedTest(name = "clock error {0} s")
    @CsvSource({"1, 298", "5, 82", "30, 30"})
    void abs_with_own_minutes_still_meets_at_each_minute(double clockError, double independent) {
        var fleet = spread(new PollingPlan(PollingPlan.Mode.ABS, DAY, LocalTime.MIN, LAST));
        var conditions = new Forecast.Conditions(20, clockError, 20);

        assertThat((double) peak(fleet, conditions, DAY, DAY)).isCloseTo(independent, Percentage.withPercentage(8));
    }

    @ParameterizedTest(name = "window to {0}")
    @CsvSource({"04:00, 3600, 350", "07:00, 14400, 112", "02:59, 86400, 29"})
    void rnd_of_a_day_fills_its_window_evenly(LocalTime end, long window, double independent) {
        var fleet = FleetPlan.plain(PollingPlan.rnd(DAY, THREE, end));

        assertThat((double) peak(fleet, Forecast.Conditions.USUAL, DAY, Duration.ofDays(2)))
                .isCloseTo(independent, Percentage.withPercentage(8));
        Demand demand = forecast(fleet, Forecast.Conditions.USUAL);
        assertThat(demand.peak().max()).isCloseTo(independent, Percentage.withPercentage(8));
        assertThat(demand.mean().max()).isCloseTo((double) MILLION / window, Percentage.withPercentage(1));
    }

    @Test
    void rnd_below_a_day_asks_twice_a_period_and_forgets_a_herd_after_one() {
        var fleet = FleetPlan.plain(PollingPlan.rnd(Duration.ofHours(1), LocalTime.MIN, LocalTime.MIN));

        FleetSimulation.Arrivals first =
                arrivals(fleet, Forecast.Conditions.USUAL, Duration.ofMinutes(5), Duration.ofMinutes(55));
        FleetSimulation.Arrivals later =
                arrivals(fleet, Forecast.Conditions.USUAL, Duration.ofHours(3), Duration.ofHours(6));
        assertThat(first.peak(1)).isCloseTo(805L, Percentage.withPercentage(5));
        assertThat(later.peak(1)).isCloseTo(643L, Percentage.withPercentage(5));
        assertThat(later.mean()).isCloseTo(556, Percentage.withPercentage(1));
        assertThat(forecast(fleet, Forecast.Conditions.USUAL).peak().max())
                .isCloseTo(643, Percentage.withPercentage(5));
    }

    @ParameterizedTest(name = "boots spread by {0} s")
    @CsvSource({"5, 79651", "20, 20040", "120, 3425"})
    void no_plan_helps_against_the_first_second_after_an_outage(double bootSpread, double independent) {
        var fleet = FleetPlan.plain(PollingPlan.abs(THREE));

        assertThat((double) peak(fleet, new Forecast.Conditions(bootSpread, 1, 20), Duration.ZERO, Duration.ofHours(1)))
                .isCloseTo(independent, Percentage.withPercentage(3));
    }

    @ParameterizedTest(name = "{0} days later, {1} ppm")
    @CsvSource({"1, 20, 19945", "7, 20, 17290", "30, 20, 7391", "90, 20, 2652", "30, 100, 1639"})
    void rel_for_all_keeps_the_herd_for_months(int days, double driftPpm, double independent) {
        var fleet = FleetPlan.plain(PollingPlan.rel(DAY));
        var conditions = new Forecast.Conditions(20, 1, driftPpm);

        long peak = peak(fleet, conditions, Duration.ofDays(days).minusHours(12), DAY);
        assertThat((double) peak).isCloseTo(independent, Percentage.withPercentage(4));
        if (days == 30 && driftPpm == 20) {
            assertThat(forecast(fleet, conditions).warnings().getFirst())
                    .contains("19947 in one second", "30 days later still 7180", "flat: 11.6");
        }
    }

    @Test
    void rel_with_own_periods_begins_to_forget_with_the_first() {
        var fleet = spread(PollingPlan.rel(DAY));
        double first = MILLION / (2 * 0.1 * DAY.toSeconds()) * 1.21;

        long peak = peak(fleet, Forecast.Conditions.USUAL, Duration.ofHours(12), DAY);
        assertThat((double) peak).isBetween(first, first + 4.5 * Math.sqrt(first));
        assertThat(peak(fleet, Forecast.Conditions.USUAL, Duration.ofDays(90), DAY))
                .isLessThan(40);
    }

    @Test
    void the_same_seed_gives_the_same_run_and_no_poll_is_lost() {
        var fleet = spread(PollingPlan.rnd(Duration.ofDays(7), LocalTime.MIN, LAST));

        FleetSimulation.Arrivals one =
                arrivals(fleet, Forecast.Conditions.USUAL, Duration.ofDays(8), Duration.ofDays(7));
        FleetSimulation.Arrivals other =
                arrivals(fleet, Forecast.Conditions.USUAL, Duration.ofDays(8), Duration.ofDays(7));
        assertThat(one.peak(60)).isEqualTo(other.peak(60));
        assertThat((double) one.total()).isCloseTo(MILLION, within(MILLION * 0.001));
    }

    @Test
    void what_would_take_minutes_is_refused() {
        var fleet = FleetPlan.plain(PollingPlan.rel(Duration.ofSeconds(10)));

        assertThatThrownBy(() -> new Scenario(fleet, MILLION, Forecast.Conditions.USUAL, DAY, DAY))
                .hasMessageContaining("fewer devices");
        assertThatThrownBy(() -> new Scenario(fleet, 10_000_001, Forecast.Conditions.USUAL, DAY, DAY))
                .hasMessageContaining("1 to 10000000 devices");
    }

    private static FleetPlan spread(PollingPlan plan) {
        return new FleetPlan(plan, true, Instant.EPOCH);
    }

    private static Demand forecast(FleetPlan fleet, Forecast.Conditions conditions) {
        return new Forecast(conditions).of(fleet, MILLION);
    }

    private static long peak(FleetPlan fleet, Forecast.Conditions conditions, Duration from, Duration length) {
        return arrivals(fleet, conditions, from, length).peak(1);
    }

    private static FleetSimulation.Arrivals arrivals(
            FleetPlan fleet, Forecast.Conditions conditions, Duration from, Duration length) {
        var scenario = new Scenario(fleet, MILLION, conditions, from, length);
        return FleetSimulation.run(scenario, new SplittableRandom(42));
    }
}
