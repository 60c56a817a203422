package dev.slipway.bootloader.protocol.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.time.Duration;
import java.time.LocalTime;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PollingPlanTest {
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Test
    void periods_from_ten_seconds_to_a_leap_year_are_taken_and_one_past_is_not() {
        assertThat(PollingPlan.rel(Duration.ofSeconds(10)).days()).isEqualTo(1);
        assertThat(PollingPlan.rel(Duration.ofDays(366)).days()).isEqualTo(366);
        assertThatIllegalArgumentException().isThrownBy(() -> PollingPlan.rel(Duration.ofSeconds(9)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PollingPlan.rel(Duration.ofDays(366).plusSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> PollingPlan.rel(Duration.ofMillis(10_500)));
    }

    @Test
    void days_are_rounded_up() {
        assertThat(PollingPlan.rnd(Duration.ofSeconds(86_400), NINE, NINE).days())
                .isEqualTo(1);
        assertThat(PollingPlan.rnd(Duration.ofSeconds(86_401), NINE, NINE).days())
                .isEqualTo(2);
        assertThat(PollingPlan.rnd(Duration.ofSeconds(259_200), NINE, NINE).days())
                .isEqualTo(3);
    }

    @Test
    void times_are_whole_minutes() {
        assertThatIllegalArgumentException().isThrownBy(() -> PollingPlan.abs(LocalTime.of(9, 0, 1)));
    }

    @Test
    void a_plan_survives_its_document() {
        PollingPlan plan = PollingPlan.rnd(Duration.ofDays(3), NINE, LocalTime.of(0, 10));
        assertThat(PollingPlan.from(JsonAt.root(plan.toJson()))).isEqualTo(plan);
        Assertions.assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> PollingPlan.from(JsonAt.root(plan.toJson().with("time", Json.of("9")))))
                .withMessageContaining("polling plan");
    }
}
