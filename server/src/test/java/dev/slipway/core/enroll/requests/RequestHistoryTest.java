package dev.slipway.core.enroll.requests;

import static dev.slipway.core.enroll.requests.RequestLogTest.refused;
import static dev.slipway.core.enroll.requests.RequestLogTest.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Decided;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceRequests;
import dev.slipway.fake.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Id<Tenant> TENANT = new Id<>(1);
    private static final Id<Device> PHONE = new Id<>(7);

    private final SetClock clock = new SetClock(NOON);
    private final Written store = new Written();
    private RequestLog log = new RequestLog(clock);
    private RequestHistory history = new RequestHistory(log, store);

    private void restart() {
        log = new RequestLog(clock);
        history = new RequestHistory(log, store);
    }

    @Test
    void a_decision_is_written_once_and_not_when_it_is_counted() {
        log.note(PHONE, sent("a"));
        history.write();
        log.note(PHONE, sent("a"));
        history.write();
        assertThat(store.rows).extracting(Decided::decide).containsExactly("a");
        assertThat(history.of(TENANT, PHONE)).containsExactly(new Decision(NOON, NOON, 2, sent("a")));
    }

    @Test
    void nothing_noted_is_nothing_written() {
        history.write();
        assertThat(store.statements).isZero();
    }

    @Test
    void after_a_restart_what_was_written_is_shown_with_what_is_new() {
        log.note(PHONE, refused("blocked"));
        clock.pass(Duration.ofHours(1));
        log.note(PHONE, sent("a"));
        history.write();
        restart();
        clock.pass(Duration.ofHours(1));
        log.note(PHONE, sent("a"));
        assertThat(history.of(TENANT, PHONE))
                .containsExactly(
                        new Decision(NOON.plusSeconds(3_600), NOON.plusSeconds(7_200), 2, sent("a")),
                        new Decision(NOON, NOON, 1, refused("blocked")));
    }

    @Test
    void what_another_node_wrote_in_between_parts_two_equal_decisions() {
        log.note(PHONE, refused("blocked"));
        history.write();
        clock.pass(Duration.ofHours(1));
        store.rows.add(new Decided(PHONE, clock.instant(), "snom 710 from 192.0.2.7", "expired", "", "404"));
        restart();
        clock.pass(Duration.ofHours(1));
        log.note(PHONE, refused("blocked"));
        assertThat(history.of(TENANT, PHONE))
                .extracting(Decision::steps)
                .containsExactly(refused("blocked"), refused("expired"), refused("blocked"));
    }

    @Test
    void what_the_database_does_not_take_waits_for_the_next_time() {
        log.note(PHONE, sent("a"));
        store.down = true;
        history.write();
        log.note(PHONE, sent("b"));
        store.down = false;
        history.write();
        history.write();
        assertThat(store.rows).extracting(Decided::decide).containsExactly("a", "b");
    }

    @Test
    void while_the_database_is_down_no_more_is_kept_than_is_known_of_a_device() {
        store.down = true;
        for (int i = 0; i < 100; i++) {
            log.note(PHONE, sent("file-" + i));
            history.write();
        }
        store.down = false;
        history.write();
        assertThat(store.rows).hasSize(RequestLog.DECISIONS_MAX);
    }

    @Test
    void what_is_decided_while_a_batch_is_written_goes_out_with_the_next() {
        log.note(PHONE, sent("a"));
        store.meanwhile = () -> log.note(PHONE, sent("b"));
        history.write();
        store.meanwhile = () -> {};
        history.write();
        assertThat(store.rows).extracting(Decided::decide).containsExactly("a", "b");
    }

    @Test
    void a_large_batch_goes_out_in_several_statements() {
        for (int i = 1; i <= RequestHistory.DEVICES_OF_A_STATEMENT + 1; i++) {
            log.note(new Id<>(i), sent("a"));
        }
        history.write();
        assertThat(store.statements).isEqualTo(2);
        assertThat(store.rows).isSortedAccordingTo(Comparator.comparing(Decided::device));
    }

    @Test
    void a_character_that_no_text_of_the_database_may_hold_is_no_fault() {
        log.note(PHONE, sent("a\0b"));
        history.write();
        assertThat(store.rows).extracting(Decided::decide).containsExactly("a?b");
    }

    /** Keeps what is written, or refuses it. */
    private static final class Written implements DeviceRequests {
        private final List<Decided> rows = new ArrayList<>();
        private int statements;
        private boolean down;
        private Runnable meanwhile = () -> {};

        @Override
        public void write(List<Decided> decided) {
            if (down) {
                throw new Refusal("data.unavailable", "The database is down; ask again.");
            }
            statements++;
            rows.addAll(decided);
            meanwhile.run();
        }

        @Override
        public List<Decided> newest(Id<Tenant> tenant, Id<Device> device, int limit) {
            return rows.stream()
                    .filter(row -> row.device().equals(device))
                    .sorted(Comparator.comparing(Decided::since).reversed())
                    .limit(limit)
                    .toList();
        }
    }
}
