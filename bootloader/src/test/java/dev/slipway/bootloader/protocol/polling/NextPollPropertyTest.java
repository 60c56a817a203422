package dev.slipway.bootloader.protocol.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NextPollPropertyTest {
    /** 2024-01-01 to 2034-01-01. */
    private static final long FROM = 1_704_067_200L;

    private static final long TO = 2_019_686_400L;
    /** The 99.9 % point of chi-square with 59 degrees of freedom. */
    private static final double CHI_SQUARE_59 = 98.3;

    @Provide
    Arbitrary<PollingPlan> plans() {
        Arbitrary<LocalTime> times = Arbitraries.integers().between(0, 1439).map(m -> LocalTime.of(m / 60, m % 60));
        Arbitrary<Long> seconds = Arbitraries.longs().between(10, 366 * 86_400L);
        return Combinators.combine(Arbitraries.of(PollingPlan.Mode.class), seconds, times, times)
                .as((mode, period, time, end) -> new PollingPlan(mode, Duration.ofSeconds(period), time, end));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC")
                .map(ZoneId::of);
    }

    @Property(tries = 1000, seed = "42")
    void the_next_poll_is_always_in_the_future_and_repeatable(
            @ForAll("plans") PollingPlan plan,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = FROM, max = TO) long set,
            @ForAll @LongRange(min = FROM, max = TO) long last,
            @ForAll @LongRange(min = FROM, max = TO) long present) {
        var state = new PollState(7, Instant.ofEpochSecond(set), Instant.ofEpochSecond(last));
        Instant now = Instant.ofEpochSecond(present);
        Instant next = new NextPoll(plan, "d", zone).after(state, now);
        assertThat(next).isAfter(now).isBefore(now.plus(plan.period()).plus(Duration.ofDays(4)));
        assertThat(new NextPoll(plan, "d", zone).after(state, now)).isEqualTo(next);
    }

    @Property(tries = 200, seed = "42")
    void the_grid_of_days_is_kept_over_a_year_of_zone_changes(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 9) int days,
            @ForAll @IntRange(max = 1439) int opens,
            @ForAll @IntRange(max = 1439) int length) {
        LocalTime time = LocalTime.MIDNIGHT.plusMinutes(opens);
        var next =
                new NextPoll(PollingPlan.rnd(Duration.ofDays(days), time, time.plusMinutes(length)), "d" + opens, zone);
        PollState state =
                PollState.fresh(ZonedDateTime.of(2026, 1, 15, 13, 0, 0, 0, zone).toInstant());
        LocalDate grid = LocalDate.of(2026, 1, 16);
        for (int poll = 0; poll < 366 / days; poll++) {
            Instant at = next.after(state, state.lastContact());
            ZonedDateTime wall = at.atZone(zone);
            long late = ChronoUnit.SECONDS.between(grid.atTime(time), wall.toLocalDateTime());
            assertThat(late).as("%s in the window of %s", wall, grid).isBetween(0L, length * 60L + gapSeconds(wall));
            state = state.polled(at);
            grid = grid.plusDays(days);
        }
    }

    /** A window that lies wholly in a gap is moved by the gap; only then may the wall clock stand behind its end. */
    private static long gapSeconds(ZonedDateTime wall) {
        var before =
                wall.getZone().getRules().previousTransition(wall.toInstant().plusSeconds(1));
        boolean justBehindGap = before != null
                && before.isGap()
                && Duration.between(before.getInstant(), wall.toInstant()).compareTo(before.getDuration()) <= 0;
        return justBehindGap ? before.getDuration().toSeconds() : 0;
    }

    @Test
    void a_window_with_a_gap_inside_uses_what_exists() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        var plan = PollingPlan.rnd(Duration.ofDays(1), LocalTime.of(1, 50), LocalTime.of(3, 10));
        Instant set = Instant.parse("2026-03-28T12:00:00Z");
        for (int device = 0; device < 500; device++) {
            assertThat(new NextPoll(plan, "d" + device, berlin).after(PollState.fresh(set), set))
                    .isBetween(Instant.parse("2026-03-29T00:50:00Z"), Instant.parse("2026-03-29T01:10:00Z"));
        }
    }

    @Test
    void draws_of_devices_are_spread_evenly_over_the_window_across_midnight() {
        var plan = PollingPlan.rnd(Duration.ofDays(1), LocalTime.of(23, 30), LocalTime.of(0, 30));
        Instant set = Instant.parse("2026-01-01T12:00:00Z");
        Instant opens = Instant.parse("2026-01-02T23:30:00Z");
        var minutes = new int[61];
        for (int device = 0; device < 60_000; device++) {
            Instant at = new NextPoll(plan, "d" + device, ZoneOffset.UTC).after(PollState.fresh(set), set);
            minutes[(int) Duration.between(opens, at).toMinutes()]++;
        }
        assertThat(minutes[60]).as("the last second alone").isBetween(1, 60);
        assertThat(chiSquare(minutes, 60)).isLessThan(CHI_SQUARE_59);
    }

    @Test
    void draws_of_one_device_are_spread_evenly_over_the_period() {
        var next =
                new NextPoll(PollingPlan.rnd(Duration.ofHours(1), LocalTime.MIN, LocalTime.MIN), "d", ZoneOffset.UTC);
        Instant start = Instant.ofEpochSecond(FROM);
        var minutes = new int[60];
        for (int poll = 0; poll < 60_000; poll++) {
            Instant at = next.after(new PollState(poll, start, start), start);
            minutes[(int) Duration.between(start, at).minusSeconds(1).toMinutes()]++;
        }
        assertThat(chiSquare(minutes, 60)).isLessThan(CHI_SQUARE_59);
    }

    private static double chiSquare(int[] counts, int cells) {
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            sum += (counts[i] - 1000.0) * (counts[i] - 1000.0) / 1000.0;
        }
        return sum;
    }

    @Property(tries = 100, seed = "42")
    void a_missed_slot_never_waits_longer_than_the_catch_up(
            @ForAll("plans") PollingPlan plan, @ForAll @LongRange(min = 0, max = 86_400 * 30L) long more) {
        Instant set = Instant.ofEpochSecond(FROM);
        Instant now = set.plus(plan.period()).plus(Duration.ofDays(4)).plusSeconds(more);
        Instant next = new NextPoll(plan, "d", ZoneOffset.UTC).after(PollState.fresh(set), now);
        assertThat(Duration.between(now, next)).isLessThanOrEqualTo(NextPoll.CATCH_UP_MAX);
    }
}
