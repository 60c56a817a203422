package dev.slipway.base.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    @ParameterizedTest
    @CsvSource({"1, 10", "2, 30", "3, 90", "6, 2430", "7, 3600", "1000000000, 3600"})
    void each_pause_is_longer_up_to_the_longest_and_none_is_like_another(int attempts, long seconds) {
        var backoff = new Backoff(Duration.ofSeconds(10), 3, Duration.ofHours(1), new Random(7));
        Duration pause = backoff.after(attempts);

        assertThat(pause).isBetween(Duration.ofMillis(seconds * 800), Duration.ofMillis(seconds * 1_200));
        assertThat(backoff.after(attempts)).isNotEqualTo(pause);
    }
}
