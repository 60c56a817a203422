package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LogOnThrottleTest {
    private final SetClock clock = new SetClock(Instant.EPOCH);
    private final LogOnThrottle throttle = new LogOnThrottle(clock);
    private final AtomicInteger attempts = new AtomicInteger();

    private String fail(String login, String network) {
        return Refusals.codeOf(() -> throttle.guard(1, login, network, () -> {
            attempts.incrementAndGet();
            throw LogOn.refused();
        }));
    }

    private String succeed(String login, String network) {
        return throttle.guard(1, login, network, () -> "in");
    }

    @Test
    void the_sixth_failure_of_a_login_from_a_network_waits_ten_minutes() {
        for (int i = 0; i < 5; i++) {
            assertThat(fail("ada", "net")).isEqualTo("logon.refused");
            clock.pass(Duration.ofSeconds(10));
        }
        Refusal refusal = Refusals.of(() -> succeed("ADA ", "net"));
        assertThat(refusal.code()).isEqualTo("logon.throttled");
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(600 - 50 + 1));
        clock.pass(refusal.retryAfter().orElseThrow());
        assertThat(succeed("ada", "net")).isEqualTo("in");
    }

    @Test
    void who_would_be_refused_is_turned_away_alike_and_nobody_else() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.guard(1, "bob", "net", () -> turnedAway("ada", "net")))
                    .isEmpty();
            fail("ada", "net");
        }
        Refusal refusal = Refusals.of(() -> succeed("ada", "net"));
        assertThat(turnedAway("ADA ", "net")).contains(refusal.sentence());
        assertThat(turnedAway("ada", "other")).isEmpty();
        assertThat(turnedAway("bob", "net")).isEmpty();
        clock.pass(LogOnThrottle.WINDOW);
        assertThat(turnedAway("ada", "net")).isEmpty();
    }

    @Test
    void an_attempt_that_runs_turns_nobody_away() {
        String inside = throttle.guard(1, "ada", "net", () -> {
            for (int i = 0; i < 5; i++) {
                throttle.turnAway(1, "ada", "net");
            }
            return "in";
        });
        assertThat(inside).isEqualTo("in");
    }

    private Optional<String> turnedAway(String login, String network) {
        try {
            throttle.turnAway(1, login, network);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.sentence());
        }
    }

    @Test
    void another_network_and_another_login_are_not_slowed_down() {
        for (int i = 0; i < 5; i++) {
            fail("ada", "net");
        }
        assertThat(succeed("ada", "other")).isEqualTo("in");
        assertThat(succeed("bob", "net")).isEqualTo("in");
        assertThat(fail("ada", "net")).isEqualTo("logon.throttled");
    }

    @Test
    void fifty_failures_from_anywhere_are_the_end_for_a_login() {
        for (int i = 0; i < 50; i++) {
            assertThat(fail("ada", "net" + i)).isEqualTo("logon.refused");
        }
        assertThat(fail("ada", "fresh")).isEqualTo("logon.throttled");
        clock.pass(LogOnThrottle.WINDOW);
        assertThat(succeed("ada", "fresh")).isEqualTo("in");
    }

    @Test
    void a_success_forgives_the_network_and_not_the_login() {
        for (int i = 0; i < 49; i++) {
            fail("ada", "net" + i);
        }
        assertThat(succeed("ada", "net1")).isEqualTo("in");
        assertThat(fail("ada", "net1")).isEqualTo("logon.refused");
        assertThat(fail("ada", "net1")).isEqualTo("logon.throttled");
    }

    @Test
    void other_refusals_are_no_failures() {
        for (int i = 0; i < 20; i++) {
            assertThat(Refusals.codeOf(() -> throttle.guard(1, "ada", "net", () -> {
                        throw new Refusal("device-type.unknown", "Which?");
                    })))
                    .isEqualTo("device-type.unknown");
        }
        assertThat(succeed("ada", "net")).isEqualTo("in");
    }

    @Test
    void a_burst_of_guesses_gets_no_further_than_guesses_one_by_one() throws Exception {
        List<String> codes = together(100, () -> fail("ada", "net"));
        assertThat(codes).filteredOn("logon.refused"::equals).hasSize(5);
        assertThat(codes).filteredOn("logon.throttled"::equals).hasSize(95);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void a_hundred_right_passwords_at_once_all_pass() throws Exception {
        assertThat(together(100, () -> succeed("ada", "net"))).hasSize(100).containsOnly("in");
    }

    private static <T> List<T> together(int count, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(java.util.Collections.nCopies(count, call))) {
                results.add(each.get());
            }
            return results;
        }
    }
}
