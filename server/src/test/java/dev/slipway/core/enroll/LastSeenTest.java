package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.devices.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastSeenTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Written store = new Written();
    private final LastSeen seen = new LastSeen(store);

    private static Seen at(long device, int second) {
        return new Seen(new Id<>(1), new Id<>(device), NOON.plusSeconds(second), "192.0.2.1", "program/1");
    }

    @Test
    void a_batch_is_sorted_and_holds_the_newest_of_each_device() {
        seen.note(at(3, 1));
        seen.note(at(2, 2));
        seen.note(at(3, 3));
        seen.write();
        assertThat(store.batches).containsExactly(List.of(at(2, 2), at(3, 3)));
        assertThat(seen.waiting()).isZero();
    }

    @Test
    void nothing_noted_is_nothing_written() {
        seen.write();
        assertThat(store.batches).isEmpty();
    }

    @Test
    void a_large_batch_goes_out_in_several_statements() {
        for (int device = 1; device <= LastSeen.ROWS_MAX + 1; device++) {
            seen.note(at(device, 1));
        }
        seen.write();
        assertThat(store.batches).extracting(List::size).containsExactly(LastSeen.ROWS_MAX, 1);
    }

    @Test
    void what_the_database_does_not_take_waits_for_the_next_time() {
        seen.note(at(2, 1));
        store.down = true;
        seen.write();
        assertThat(seen.waiting()).isEqualTo(1);
        store.down = false;
        seen.write();
        assertThat(store.batches).containsExactly(List.of(at(2, 1)));
    }

    @Test
    void what_is_noted_while_a_batch_is_written_goes_out_with_the_next() {
        seen.note(at(2, 1));
        store.meanwhile = () -> seen.note(at(2, 5));
        seen.write();
        store.meanwhile = () -> {};
        seen.write();
        assertThat(store.batches).containsExactly(List.of(at(2, 1)), List.of(at(2, 5)));
    }

    @Test
    void more_devices_than_may_wait_are_passed_over_and_counted_and_known_ones_still_move_on() {
        for (int device = 1; device <= LastSeen.WAITING_MAX + 5; device++) {
            seen.note(at(device, 1));
        }
        seen.note(at(1, 9));
        assertThat(seen.waiting()).isEqualTo(LastSeen.WAITING_MAX);
        assertThat(seen.passedOver()).isEqualTo(5);
        seen.write();
        assertThat(store.batches.getFirst().getFirst()).isEqualTo(at(1, 9));
    }

    @Test
    void a_long_name_of_a_program_is_shortened() {
        assertThat(LastSeen.shortened("x".repeat(200))).hasSize(200);
        assertThat(LastSeen.shortened("x".repeat(201))).hasSize(200);
    }

    /** Keeps what is written, or refuses it. */
    private static final class Written implements DeviceSeen {
        private final List<List<Seen>> batches = new ArrayList<>();
        private boolean down;
        private Runnable meanwhile = () -> {};

        @Override
        public void write(List<Seen> rows) {
            if (down) {
                throw new Refusal("data.unavailable", "The database is down; ask again.");
            }
            batches.add(List.copyOf(rows));
            meanwhile.run();
        }

        @Override
        public Optional<Seen> last(Id<Tenant> tenant, Id<Device> device) {
            return batches.stream()
                    .flatMap(List::stream)
                    .filter(row -> row.device().equals(device))
                    .findFirst();
        }
    }
}
