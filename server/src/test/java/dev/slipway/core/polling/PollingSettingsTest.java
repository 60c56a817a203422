package dev.slipway.core.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollingSettingsTest {
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Test
    void polling_is_off_by_default_also_with_a_complete_plan() {
        assertThat(new PollingSettings(Map.of()).fleet()).isEmpty();
        assertThat(new PollingSettings(Map.of("polling.mode", "rel", "polling.period_seconds", "3600")).fleet())
                .isEmpty();
    }

    @Test
    void rel_needs_only_its_period() {
        assertThat(plan("rel", "3600", "", "")).contains(PollingPlan.rel(Duration.ofHours(1)));
    }

    @Test
    void abs_needs_only_its_time() {
        assertThat(plan("abs", "", "09:00", "")).contains(PollingPlan.abs(NINE));
    }

    @Test
    void rnd_ignores_both_times_below_a_day() {
        var expected = PollingPlan.rnd(Duration.ofSeconds(86_399), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(plan("rnd", "86399", "09:00", "nonsense")).contains(expected);
    }

    @Test
    void rnd_needs_its_window_from_exactly_one_day_on() {
        var expected = PollingPlan.rnd(Duration.ofDays(1), NINE, LocalTime.of(9, 10));
        assertThat(plan("rnd", "86400", "09:00", "09:10")).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''  | 3600  | ''    | ''    | polling.mode is missing",
                "now | 3600  | ''    | ''    | polling.mode must be one of",
                "rel | ''    | ''    | ''    | polling.period_seconds is missing",
                "rel | soon  | ''    | ''    | polling.period_seconds must be",
                "rel | 9     | ''    | ''    | from 10 to 31622400",
                "rel | 99999999999999999 | '' | '' | from 10 to 31622400",
                "abs | ''    | ''    | ''    | polling.time is missing",
                "abs | ''    | 24:00 | ''    | polling.time must be",
                "abs | ''    | 09:00:30 | '' | HH:MM",
                "rnd | 86400 | 09:00 | ''    | polling.time_rnd_end is missing",
                "rnd | 86400 | ''    | 09:00 | polling.time is missing",
            })
    void an_invalid_combination_is_refused_and_says_what_is_needed(
            String mode, String period, String time, String end, String sentence) {
        assertThatThrownBy(() -> plan(mode, period, time, end))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("polling.invalid"))
                .hasMessageContaining(sentence);
    }

    @Test
    void what_is_written_is_what_is_read() {
        Instant since = Instant.parse("2026-11-22T10:00:00Z");
        var window = PollingPlan.rnd(Duration.ofDays(3), NINE, LocalTime.of(17, 0));
        var spread = new FleetPlan(window, true, since);
        var minutes = new PollingPlan(PollingPlan.Mode.ABS, Duration.ofDays(1), NINE, LocalTime.of(17, 0));

        assertThat(new PollingSettings(PollingSettings.writing(spread)).fleet()).contains(spread);
        assertThat(new PollingSettings(PollingSettings.writing(FleetPlan.plain(window))).fleet())
                .contains(FleetPlan.plain(window));
        assertThat(new PollingSettings(PollingSettings.writing(new FleetPlan(minutes, true, since))).fleet())
                .contains(new FleetPlan(minutes, true, since));
        assertThat(new PollingSettings(PollingSettings.writingOff()).fleet()).isEmpty();
    }

    @Test
    void a_spread_plan_with_a_bad_date_is_refused() {
        var values = Map.of(
                "polling.enabled",
                "true",
                "polling.mode",
                "rel",
                "polling.period_seconds",
                "60",
                "polling.spread",
                "true",
                "polling.since",
                "yesterday");
        assertThatThrownBy(() -> new PollingSettings(values).fleet()).hasMessageContaining("polling.since must be");
    }

    private static Optional<PollingPlan> plan(String mode, String period, String time, String end) {
        Map<String, String> values = new HashMap<>(Map.of("polling.enabled", "true"));
        values.put("polling.mode", mode);
        values.put("polling.period_seconds", period);
        values.put("polling.time", time);
        values.put("polling.time_rnd_end", end);
        values.values().removeIf(String::isEmpty);
        return new PollingSettings(values).of("device-1", Instant.EPOCH).map(FleetPlan.Handed::plan);
    }
}
