package dev.slipway.core.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OwnPlanTest {
    private static final Instant SINCE = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = SINCE.plus(Duration.ofDays(400));

    @Property
    void an_identity_has_one_plan_whenever_it_is_asked(
            @ForAll("plans") PollingPlan plan, @ForAll String identity, @ForAll("seconds") long after) {
        var fleet = new FleetPlan(plan, true, SINCE);
        Instant now = SINCE.plusSeconds(after);
        FleetPlan.Handed handed = fleet.of(identity, now);

        assertThat(fleet.of(identity, now)).isEqualTo(handed);
        assertThat(handed.until().orElse(LATER)).isAfter(now);
        assertThat(fleet.of(identity, handed.until().orElse(now)).until()).isEmpty();
    }

    @Property
    void a_plan_of_its_own_lies_within_the_plan_of_all(@ForAll("plans") PollingPlan plan, @ForAll String identity) {
        PollingPlan own = new FleetPlan(plan, true, SINCE).of(identity, LATER).plan();

        assertThat(own.mode()).isEqualTo(plan.mode());
        double period =
                own.mode() == PollingPlan.Mode.ABS ? 86_400 : plan.period().toSeconds();
        assertThat((double) own.period().toSeconds())
                .isBetween(Math.min(period, Math.max(10, period / 1.1 - 1)), period / 0.9 + 1);
        if (!plan.drawnWithinPeriod() && plan.mode() != PollingPlan.Mode.REL) {
            assertThat(distance(plan.time(), own.time()) + distance(own.time(), own.timeRandomEnd()))
                    .isLessThanOrEqualTo(distance(plan.time(), plan.timeRandomEnd()));
        }
    }

    @Property(tries = 10)
    void the_mean_rate_stays_that_of_the_plan(@ForAll @IntRange(min = 600, max = 20_000_000) int period) {
        var rel = new FleetPlan(PollingPlan.rel(Duration.ofSeconds(period)), true, SINCE);
        double rate = IntStream.range(0, 20_000)
                .mapToDouble(
                        i -> 1.0 / rel.of("device-" + i, LATER).plan().period().toSeconds())
                .average()
                .orElseThrow();

        assertThat(rate * rel.plan().period().toSeconds()).isCloseTo(1, within(0.004));
    }

    @Property
    void what_is_not_spread_is_the_same_for_all(@ForAll("plans") PollingPlan plan, @ForAll String identity) {
        assertThat(FleetPlan.plain(plan).of(identity, LATER)).isEqualTo(new FleetPlan.Handed(plan, Optional.empty()));
    }

    @Test
    void a_plan_of_several_days_is_taken_up_by_one_part_each_day() {
        var plan = PollingPlan.rnd(Duration.ofDays(7), LocalTime.MIN, LocalTime.of(23, 59));
        var fleet = new FleetPlan(plan, true, SINCE);
        for (int day = 1; day <= 7; day++) {
            Instant now = SINCE.plus(Duration.ofDays(day));
            long taken = IntStream.range(0, 7_000)
                    .filter(i -> fleet.of("device-" + i, now).until().isEmpty())
                    .count();
            assertThat(taken).isCloseTo(day * 1_000L, within(100L));
        }
    }

    @Test
    void the_first_plan_of_a_wave_brings_a_device_back_when_the_wave_begins() {
        var plan = PollingPlan.rnd(Duration.ofDays(3), LocalTime.MIN, LocalTime.of(23, 59));
        FleetPlan.Handed first = new FleetPlan(plan, true, SINCE).of("device-1", SINCE);

        assertThat(first.plan())
                .isEqualTo(PollingPlan.rel(Duration.between(SINCE, first.until().orElseThrow())));
    }

    @Provide
    Arbitrary<PollingPlan> plans() {
        Arbitrary<LocalTime> times = Arbitraries.integers().between(0, 1439).map(m -> LocalTime.MIN.plusMinutes(m));
        Arbitrary<Duration> periods =
                Arbitraries.longs().between(10, 31_622_400).map(Duration::ofSeconds);
        return Combinators.combine(Arbitraries.of(PollingPlan.Mode.class), periods, times, times)
                .as(PollingPlan::new);
    }

    @Provide
    Arbitrary<Long> seconds() {
        return Arbitraries.longs().between(0, Duration.ofDays(399).toSeconds());
    }

    private static long distance(LocalTime from, LocalTime to) {
        return Math.floorMod(Duration.between(from, to).toMinutes(), 24L * 60);
    }
}
