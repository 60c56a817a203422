package dev.slipway.bootloader.protocol.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NextPollTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private static NextPoll next(PollingPlan plan, ZoneId zone) {
        return new NextPoll(plan, "device-1", zone);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void rel_polls_every_period_after_the_last_poll() {
        NextPoll next = next(PollingPlan.rel(Duration.ofHours(1)), BERLIN);
        var state = new PollState(3, at("2026-01-01T00:00:00Z"), at("2026-01-02T10:00:00Z"));
        assertThat(next.after(state, at("2026-01-02T10:00:05Z"))).isEqualTo(at("2026-01-02T11:00:00Z"));
    }

    @Test
    void a_new_plan_counts_from_when_it_was_set() {
        NextPoll next = next(PollingPlan.rel(Duration.ofHours(1)), BERLIN);
        var state = new PollState(0, at("2026-01-02T12:00:00Z"), at("2026-01-02T10:00:00Z"));
        assertThat(next.after(state, at("2026-01-02T12:00:01Z"))).isEqualTo(at("2026-01-02T13:00:00Z"));
    }

    @Test
    void a_clock_set_back_postpones_a_poll_by_one_period_at_most() {
        NextPoll next = next(PollingPlan.rel(Duration.ofHours(1)), BERLIN);
        var state = new PollState(3, at("2026-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"));
        assertThat(next.after(state, at("2026-01-02T10:00:00Z"))).isEqualTo(at("2026-01-02T11:00:00Z"));
        NextPoll daily = next(PollingPlan.rnd(Duration.ofDays(1), NINE, NINE), BERLIN);
        var early = new PollState(3, at("2030-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"));
        assertThat(daily.after(early, at("2026-01-02T10:00:00Z"))).isEqualTo(at("2026-01-03T08:00:00Z"));
    }

    @Test
    void abs_polls_every_day_at_the_same_wall_clock_time() {
        NextPoll next = next(PollingPlan.abs(NINE), BERLIN);
        PollState state = PollState.fresh(at("2026-03-28T08:00:00Z"));
        assertThat(next.after(state, at("2026-03-28T08:00:00Z"))).isEqualTo(at("2026-03-29T07:00:00Z"));
        assertThat(next.after(state.polled(at("2026-03-29T07:00:00Z")), at("2026-03-29T07:00:00Z")))
                .isEqualTo(at("2026-03-30T07:00:00Z"));
    }

    @Test
    void abs_does_not_look_at_the_period() {
        var plan = new PollingPlan(PollingPlan.Mode.ABS, Duration.ofDays(7), NINE, NINE);
        Instant now = at("2026-01-01T07:00:00Z");
        assertThat(next(plan, ZoneOffset.UTC).after(PollState.fresh(now), now)).isEqualTo(at("2026-01-01T09:00:00Z"));
    }

    @Test
    void a_time_in_the_gap_is_moved_by_the_length_of_the_gap() {
        Instant now = at("2026-03-28T12:00:00Z");
        assertThat(next(PollingPlan.abs(LocalTime.of(2, 30)), BERLIN).after(PollState.fresh(now), now))
                .isEqualTo(at("2026-03-29T01:30:00Z"));
        Instant howe = at("2026-10-03T01:00:00Z");
        assertThat(next(PollingPlan.abs(LocalTime.of(2, 15)), ZoneId.of("Australia/Lord_Howe"))
                        .after(PollState.fresh(howe), howe))
                .isEqualTo(at("2026-10-03T15:45:00Z"));
    }

    @Test
    void a_time_that_comes_twice_counts_once() {
        NextPoll next = next(PollingPlan.abs(LocalTime.of(2, 30)), BERLIN);
        PollState state = PollState.fresh(at("2026-10-24T12:00:00Z"));
        Instant first = next.after(state, at("2026-10-24T12:00:00Z"));
        assertThat(first).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(next.after(state.polled(first), first)).isEqualTo(at("2026-10-26T01:30:00Z"));
    }

    @Test
    void a_missed_slot_is_made_up_once_and_soon_and_the_grid_goes_on() {
        NextPoll next = next(PollingPlan.abs(NINE), ZoneOffset.UTC);
        var state = new PollState(5, at("2026-01-01T00:00:00Z"), at("2026-01-05T09:00:00Z"));
        Instant start = at("2026-01-09T12:00:00Z");
        Instant late = next.after(state, start);
        assertThat(Duration.between(start, late)).isBetween(Duration.ofSeconds(1), NextPoll.CATCH_UP_MAX);
        assertThat(next.after(state.polled(late), late)).isEqualTo(at("2026-01-10T09:00:00Z"));
    }

    @Test
    void a_regular_slot_that_comes_before_the_catch_up_stands_for_it() {
        NextPoll next = next(PollingPlan.abs(NINE), ZoneOffset.UTC);
        var state = new PollState(5, at("2026-01-01T00:00:00Z"), at("2026-01-05T09:00:00Z"));
        assertThat(next.after(state, at("2026-01-09T08:59:59Z"))).isEqualTo(at("2026-01-09T09:00:00Z"));
    }

    @Test
    void rnd_from_exactly_one_day_on_keeps_to_the_window_and_below_it_does_not() {
        Instant set = at("2026-01-01T12:00:00Z");
        LocalTime end = LocalTime.of(9, 10);
        NextPoll day = next(PollingPlan.rnd(Duration.ofSeconds(86_400), NINE, end), ZoneOffset.UTC);
        assertThat(day.after(PollState.fresh(set), set))
                .isBetween(at("2026-01-02T09:00:00Z"), at("2026-01-02T09:10:00Z"));
        Duration less = Duration.ofSeconds(86_399);
        NextPoll below = next(PollingPlan.rnd(less, NINE, end), ZoneOffset.UTC);
        NextPoll otherTimes = next(PollingPlan.rnd(less, end, LocalTime.NOON), ZoneOffset.UTC);
        assertThat(below.after(PollState.fresh(set), set))
                .isEqualTo(otherTimes.after(PollState.fresh(set), set))
                .isBetween(set.plusSeconds(1), set.plus(less));
    }

    @Test
    void rnd_rounds_the_period_up_to_days_and_starts_the_day_after_the_plan() {
        Instant set = at("2026-01-01T00:00:00Z");
        NextPoll next = next(PollingPlan.rnd(Duration.ofSeconds(2 * 86_400 + 1), NINE, NINE), ZoneOffset.UTC);
        PollState state = PollState.fresh(set);
        assertThat(next.after(state, set)).isEqualTo(at("2026-01-02T09:00:00Z"));
        assertThat(next.after(state.polled(at("2026-01-02T09:00:00Z")), at("2026-01-02T09:00:00Z")))
                .isEqualTo(at("2026-01-05T09:00:00Z"));
    }

    @Test
    void a_poll_out_of_turn_leaves_the_grid_where_it_is() {
        Instant set = at("2026-01-01T00:00:00Z");
        NextPoll next = next(PollingPlan.rnd(Duration.ofDays(3), NINE, LocalTime.of(17, 0)), ZoneOffset.UTC);
        Instant planned = next.after(PollState.fresh(set), set);
        Instant byHand = at("2026-01-01T20:00:00Z");
        assertThat(next.after(PollState.fresh(set).polled(byHand), byHand)).isEqualTo(planned);
    }

    @Test
    void draws_are_those_of_the_reference_page() {
        var draw = new PollingDraw("rnd 3600", 0, "device-1");
        assertThat(new long[] {draw.below(3600), draw.below(3600), draw.below(3600)})
                .containsExactly(DRAWN);
    }

    private static final long[] DRAWN = {2991, 2153, 289};
}
