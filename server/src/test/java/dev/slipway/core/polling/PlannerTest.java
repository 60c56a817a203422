package dev.slipway.core.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner's proposals, and what the simulation makes of them. */
class PlannerTest {
    private static final int MILLION = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    /** DESIGN section 6, the planner's row: all devices got the plan in one minute, and this is one day later. */
    @ParameterizedTest(name = "freshness {0} h")
    @ValueSource(ints = {1, 12, 24, 168})
    void a_proposal_is_flat_one_day_after_a_change_to_all(int hours) {
        Planner.Proposal proposal = propose(MILLION, 10_000, Duration.ofHours(hours));

        FleetSimulation.Arrivals arrivals = run(proposal, DAY, DAY);
        assertThat(proposal.notes()).hasSize(1);
        assertThat(arrivals.mean())
                .isBetween(
                        proposal.demand().mean().mean() * 0.97,
                        proposal.demand().mean().mean() * 1.03);
        assertThat(arrivals.peak(60) / 60.0).isLessThanOrEqualTo(1.3 * arrivals.mean());
        assertThat((double) arrivals.peak(1)).isLessThanOrEqualTo(2.5 * arrivals.mean());
    }

    /** Where the budget is short; plans of several days after the last wave. Two requests a second are uneven. */
    @ParameterizedTest(name = "freshness {0} h at {1} answers/s: {2}, {3} days, fullest minute {4} times flat")
    @CsvSource({"1, 3200, REL, 0, 1.3", "48, 150, RND, 1, 1.3", "168, 60, RND, 2, 1.35", "168, 17, RND, 7, 1.6"})
    void a_sparing_proposal_is_as_even_as_chance(
            int hours, double capacity, PollingPlan.Mode mode, int days, double fullest) {
        Planner.Proposal proposal = propose(MILLION, capacity, Duration.ofHours(hours));
        assertThat(proposal.plan().plan().mode()).isEqualTo(mode);
        assertThat(proposal.plan().plan().period().toDays()).isEqualTo(days);

        FleetSimulation.Arrivals arrivals =
                run(proposal, Duration.ofDays(days + 1), Duration.ofDays(Math.max(1, days)));
        assertThat(arrivals.peak(60) / 60.0).isLessThanOrEqualTo(fullest * arrivals.mean());
        assertThat((double) arrivals.peak(1))
                .isLessThanOrEqualTo(1.4 * proposal.demand().peak().max());
    }

    @Test
    void waves_never_put_the_fleet_on_one_day() {
        int devices = MILLION / 10;
        Planner.Proposal proposal = propose(devices, 1.7, Duration.ofDays(7));
        double flat = devices / 7.0;
        assertThat(proposal.plan().plan().days()).isEqualTo(7);

        for (int day = 0; day < 10; day++) {
            Duration from = DAY.multipliedBy(day).plusHours(1);
            var scenario = new Scenario(proposal.plan(), devices, Forecast.Conditions.USUAL, from, DAY);
            long polls = FleetSimulation.run(scenario, new SplittableRandom(42)).total();
            assertThat((double) polls).isLessThan((day < 7 ? 2.05 : 1.03) * flat);
        }
    }

    @Property(tries = 200)
    void a_proposal_keeps_the_budget_or_says_that_it_does_not(
            @ForAll @IntRange(min = 1, max = 100_000_000) int devices,
            @ForAll @DoubleRange(min = 1, max = 100_000) double capacity,
            @ForAll @IntRange(min = 60, max = 31_622_400) int freshness,
            @ForAll Optional<PollingPlan.Mode> mode) {
        var wish =
                new Wish(devices, new Wish.Budget(capacity, 0.1), Duration.ofSeconds(freshness), mode, Wish.Window.DAY);
        Planner.Proposal proposal = Planner.propose(wish, NOW);

        boolean fresh = proposal.ageMax().compareTo(wish.freshness().plusMinutes(10)) <= 0;
        boolean affordable = proposal.demand().mean().max() <= capacity * 0.1 * 1.001;
        assertThat(proposal.notes()).hasSize(1 + (fresh ? 0 : 1) + (affordable ? 0 : 1));
        assertThat(Planner.propose(wish, NOW).plan()).isEqualTo(proposal.plan());
        assertThat(proposal.demand().warnings()).isEmpty();
    }

    @Test
    void a_window_is_kept_and_costs_its_peak() {
        var wish = new Wish(
                MILLION,
                new Wish.Budget(10_000, 0.1),
                DAY,
                Optional.empty(),
                new Wish.Window(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        Planner.Proposal proposal = Planner.propose(wish, NOW);

        assertThat(proposal.plan().plan()).isEqualTo(PollingPlan.rnd(DAY, LocalTime.of(22, 0), LocalTime.of(6, 0)));
        assertThat(proposal.demand().mean().at(12 * 60)).isZero();
        assertThat(proposal.demand().mean().at(60)).isBetween(34.0, 35.0);
    }

    @Test
    void a_wish_beyond_the_capacity_says_what_it_would_take() {
        Planner.Proposal proposal = propose(MILLION, 2_000, Duration.ofHours(1));

        assertThat(proposal.plan().plan()).isEqualTo(PollingPlan.rel(Duration.ofSeconds(5_000)));
        assertThat(proposal.notes().getLast()).contains("up to 92 min old, not 1 h", "capacity of 3086 answers/s");
    }

    @Test
    void a_wish_without_devices_is_refused() {
        assertThatThrownBy(() -> propose(0, 2_000, DAY)).hasMessageContaining("at least one device");
        assertThatThrownBy(() -> propose(1, 0, DAY)).hasMessageContaining("Capacity is above 0");
        assertThatThrownBy(() -> propose(1, 1, Duration.ofSeconds(59))).hasMessageContaining("one minute to 366 days");
    }

    private static Planner.Proposal propose(long devices, double capacity, Duration freshness) {
        var budget = new Wish.Budget(capacity, Wish.Budget.SHARE_USUAL);
        return Planner.propose(new Wish(devices, budget, freshness, Optional.empty(), Wish.Window.DAY), NOW);
    }

    private static FleetSimulation.Arrivals run(Planner.Proposal proposal, Duration from, Duration length) {
        var scenario = new Scenario(proposal.plan(), MILLION, Forecast.Conditions.USUAL, from, length);
        return FleetSimulation.run(scenario, new SplittableRandom(42));
    }
}
