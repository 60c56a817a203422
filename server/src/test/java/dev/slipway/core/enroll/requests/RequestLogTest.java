package dev.slipway.core.enroll.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.core.enroll.requests.Decision.Steps;
import dev.slipway.fake.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Id<Device> PHONE = new Id<>(7);

    private final SetClock clock = new SetClock(NOON);
    private final RequestLog log = new RequestLog(clock);

    static Steps sent(String file) {
        return new Steps("snom 710 from 192.0.2.7", "let in", file, "sent");
    }

    static Steps refused(String why) {
        return new Steps("snom 710 from 192.0.2.7", why, "", "404");
    }

    @Test
    void an_equal_decision_raises_the_counter_and_keeps_its_beginning() {
        log.note(PHONE, sent("a"));
        clock.pass(Duration.ofHours(1));
        log.note(PHONE, sent("a"));
        assertThat(log.of(PHONE)).containsExactly(new Decision(NOON, NOON.plusSeconds(3_600), 2, sent("a")));
    }

    @Test
    void two_files_in_turn_are_two_decisions_however_long_it_goes_on() {
        log.note(PHONE, refused("blocked"));
        for (int i = 0; i < 100; i++) {
            clock.pass(Duration.ofMinutes(1));
            log.note(PHONE, sent("a"));
            log.note(PHONE, sent("b"));
        }
        assertThat(log.of(PHONE)).extracting(Decision::steps).containsExactly(sent("b"), sent("a"), refused("blocked"));
        assertThat(log.of(PHONE)).extracting(Decision::count).containsExactly(100, 100, 1);
    }

    @Test
    void what_is_decided_otherwise_and_then_as_before_is_new_twice() {
        log.note(PHONE, refused("blocked"));
        log.note(PHONE, refused("other maker"));
        log.note(PHONE, refused("blocked"));
        assertThat(log.of(PHONE)).hasSize(3);
        assertThat(log.waiting().get(PHONE.value()).unwritten()).hasSize(3);
    }

    @Test
    void the_last_eight_of_a_device_are_known() {
        for (int i = 0; i <= RequestLog.DECISIONS_MAX; i++) {
            log.note(PHONE, sent("file-" + i));
        }
        assertThat(log.of(PHONE)).hasSize(RequestLog.DECISIONS_MAX);
        assertThat(log.of(PHONE).getLast().steps()).isEqualTo(sent("file-1"));
    }

    @Test
    void who_is_nobodys_device_is_kept_apart_and_never_written() {
        for (int i = 0; i <= RequestLog.UNKNOWN_MAX; i++) {
            log.noteUnknown(refused("nobody " + i));
        }
        assertThat(log.unknown()).hasSize(RequestLog.UNKNOWN_MAX);
        assertThat(log.waiting()).isEmpty();
    }

    @Test
    void no_more_devices_wait_than_may() {
        for (int i = 1; i <= RequestLog.WAITING_MAX + 1; i++) {
            log.note(new Id<>(i), sent("a"));
        }
        assertThat(log.waiting()).hasSize(RequestLog.WAITING_MAX);
    }

    @Test
    void devices_that_have_not_asked_for_longest_are_forgotten_and_those_that_ask_stay() {
        for (int i = 1; i <= 3 * RequestLog.DEVICES_MAX; i++) {
            log.note(new Id<>(i + 100), sent("a"));
            log.note(PHONE, sent("a"));
        }
        assertThat(log.of(PHONE)).extracting(Decision::count).containsExactly(3 * RequestLog.DEVICES_MAX);
        assertThat(log.of(new Id<>(101))).isEmpty();
        assertThat(log.of(new Id<>(100 + 3 * RequestLog.DEVICES_MAX))).hasSize(1);
        assertThat(log.devices()).isLessThanOrEqualTo(RequestLog.DEVICES_MAX);
    }

    @Test
    void of_words_without_end_the_beginning_is_kept() {
        String limit = "x".repeat(Steps.CHARACTERS_MAX);
        assertThat(sent(limit).decide()).isEqualTo(limit);
        assertThat(sent(limit + "y").decide()).isEqualTo(limit);
    }
}
