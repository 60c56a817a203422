package dev.slipway.core.enroll.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.core.enroll.roster.RosterRow.Address;
import dev.slipway.core.enroll.roster.RosterRow.Held;
import dev.slipway.core.enroll.roster.RosterRow.Place;
import dev.slipway.core.enroll.roster.RosterRow.Token;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosterTest {
    private static final long TENANT = 1;
    private static final long TYPE = 2;
    private static final long USER = 3;
    private static final long GROUP = 4;
    private static final Id<Device> DEVICE = new Id<>(5);
    private static final int NOW = 1_000;

    private final Roster roster = new Roster();

    @Test
    void a_device_is_found_by_its_token_only() {
        roster.put(row(DEVICE, 77, new Held(9, 9, 10, NOW + 1)));
        int found = roster.find(hash(77));
        assertThat(roster.device(found)).isEqualTo(DEVICE);
        assertThat(roster.tenant(found)).isEqualTo(TENANT);
        assertThat(roster.find(hash(78))).isEqualTo(-1);
        assertThat(roster.find(new byte[32])).isEqualTo(-1);
    }

    @Test
    void a_new_token_ends_the_old_one() {
        roster.put(row(DEVICE, 77, Held.NONE));
        roster.put(row(DEVICE, 78, Held.NONE));
        assertThat(roster.find(hash(77))).isEqualTo(-1);
        assertThat(roster.find(hash(78))).isNotEqualTo(-1);
        assertThat(roster.size()).isEqualTo(1);
    }

    @Test
    void a_device_that_is_not_admitted_is_not_found() {
        roster.put(new RosterRow(DEVICE, Token.of(hash(77)), Address.NONE, place(), Held.NONE, false));
        assertThat(roster.find(hash(77))).isEqualTo(-1);
    }

    @Test
    void a_removed_device_is_not_found_and_its_row_is_used_again() {
        roster.put(row(DEVICE, 77, new Held(9, 9, 10, NOW + 1)));
        roster.remove(DEVICE);
        assertThat(roster.find(hash(77))).isEqualTo(-1);
        roster.put(row(new Id<>(6), 78, new Held(11, 11, 10, NOW + 1)));
        assertThat(roster.current(roster.find(hash(78)), NOW)).contains(11L);
        assertThat(roster.size()).isEqualTo(1);
    }

    @Test
    void a_row_found_before_it_was_given_to_another_device_answers_nothing() {
        roster.put(row(DEVICE, 77, new Held(9, 9, 10, NOW + 1)));
        int found = roster.find(hash(77));
        roster.remove(DEVICE);
        roster.put(row(new Id<>(6), 78, new Held(11, 11, 10, NOW + 1)));
        assertThat(roster.find(hash(78))).as("the same row").isEqualTo(found);
        assertThat(roster.currentOrZero(found, hash(77), NOW)).isZero();
        assertThat(roster.currentOrZero(found, hash(78), NOW)).isEqualTo(11);
    }

    @Test
    void what_is_heard_after_the_start_is_later_than_every_document_found() {
        roster.found(new Change(10, TENANT, Change.Kind.USER, USER));
        roster.put(row(DEVICE, 77, new Held(9, 9, 5_000, NOW + 1)));
        roster.heard(new Change(0, TENANT, Change.Kind.USER, USER));
        assertThat(roster.current(roster.find(hash(77)), NOW)).isEmpty();
    }

    @Test
    void what_was_made_holds_until_it_must_be_renewed() {
        roster.put(row(DEVICE, 77, new Held(9, 9, 10, NOW + 1)));
        int found = roster.find(hash(77));
        assertThat(roster.current(found, NOW)).contains(9L);
        assertThat(roster.current(found, NOW + 1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Change.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCOUNT")
    void a_later_change_of_what_concerns_it_makes_it_stale_until_made_again(Change.Kind kind) {
        roster.found(new Change(10, TENANT, kind, subject(kind)));
        roster.put(row(DEVICE, 77, new Held(9, 9, 10, NOW + 1)));
        int found = roster.find(hash(77));
        assertThat(roster.current(found, NOW)).contains(9L);
        roster.heard(new Change(0, TENANT, kind, subject(kind) + 100));
        assertThat(roster.current(found, NOW)).contains(9L);
        roster.heard(new Change(0, TENANT, kind, subject(kind)));
        assertThat(roster.current(found, NOW)).isEmpty();
        roster.held(DEVICE, new Held(13, 13, roster.sequence(), NOW + 1));
        assertThat(roster.current(found, NOW)).contains(13L);
    }

    @Test
    void what_is_heard_while_a_document_is_made_makes_it_stale_at_once() {
        roster.put(row(DEVICE, 77, Held.NONE));
        long before = roster.sequence();
        roster.heard(new Change(0, TENANT, Change.Kind.USER, USER));
        roster.held(DEVICE, new Held(13, 13, before, NOW + 1));
        assertThat(roster.current(roster.find(hash(77)), NOW)).isEmpty();
    }

    @Test
    void a_change_after_the_start_counts_also_when_documents_know_later_serials_than_the_change_log() {
        roster.found(new Change(10, TENANT, Change.Kind.TENANT, TENANT));
        roster.put(row(DEVICE, 77, new Held(9, 9, 500, NOW + 1)));
        assertThat(roster.current(roster.find(hash(77)), NOW)).contains(9L);
        roster.heard(new Change(11, TENANT, Change.Kind.TENANT, TENANT));
        assertThat(roster.current(roster.find(hash(77)), NOW)).isEmpty();
    }

    @Test
    void a_document_older_than_the_one_held_is_passed_over() {
        roster.put(row(DEVICE, 77, new Held(9, 9, 10, NOW + 1)));
        roster.held(DEVICE, new Held(8, 8, 9, NOW + 1));
        assertThat(roster.current(roster.find(hash(77)), NOW)).contains(9L);
    }

    @Test
    void what_was_stale_stays_so_when_marks_are_forgotten_and_what_was_not_stays_current() {
        Id<Device> other = new Id<>(6);
        roster.put(row(DEVICE, 77, new Held(9, 9, 10, NOW + 1)));
        roster.put(row(other, 78, new Held(11, 11, 10, NOW + 1)));
        roster.found(new Change(11, TENANT, Change.Kind.DEVICE, DEVICE.value()));
        roster.settle();
        assertThat(roster.current(roster.find(hash(77)), NOW)).isEmpty();
        assertThat(roster.current(roster.find(hash(78)), NOW)).contains(11L);
        roster.held(DEVICE, new Held(13, 13, roster.sequence(), NOW + 1));
        assertThat(roster.current(roster.find(hash(77)), NOW)).contains(13L);
        roster.heard(new Change(0, TENANT, Change.Kind.TENANT, TENANT));
        assertThat(roster.current(roster.find(hash(78)), NOW)).isEmpty();
    }

    @Test
    void a_document_whose_making_began_before_marks_were_forgotten_is_not_kept() {
        roster.put(row(DEVICE, 77, Held.NONE));
        long before = roster.sequence();
        roster.heard(new Change(0, TENANT, Change.Kind.USER, USER));
        roster.settle();
        roster.put(row(DEVICE, 77, new Held(13, 13, before, NOW + 1)));
        assertThat(roster.current(roster.find(hash(77)), NOW)).isEmpty();
    }

    @Test
    void a_million_changes_of_users_cost_no_more_memory_than_ten_thousand() {
        for (int user = 1; user <= 1_000_000; user++) {
            roster.heard(new Change(0, TENANT, Change.Kind.USER, user));
        }
        assertThat(roster.bytes()).isLessThan(1 << 20);
    }

    @Test
    void a_hundred_thousand_devices_are_all_found_and_cost_less_than_a_hundred_and_thirty_bytes_each() {
        int count = 100_000;
        for (int i = 1; i <= count; i++) {
            roster.put(row(new Id<>(i), i, new Held(i, i, 10, NOW + 1)));
        }
        for (int i = 1; i <= count; i++) {
            assertThat(roster.currentOrZero(roster.find(hash(i)), hash(i), NOW)).isEqualTo(i);
        }
        assertThat(roster.bytes() / count).isLessThan(130);
    }

    @Test
    void a_reader_never_sees_the_parts_of_two_documents() throws InterruptedException {
        roster.put(row(DEVICE, 77, new Held(1, 1, 1, NOW + 1)));
        int found = roster.find(hash(77));
        CountDownLatch done = new CountDownLatch(1);
        AtomicLong wrong = new AtomicLong();
        Thread reader = Thread.ofPlatform().start(() -> {
            long last = 0;
            while (done.getCount() > 0) {
                long seen = roster.currentOrZero(found, hash(77), NOW);
                wrong.addAndGet(seen != 0 && seen < last ? 1 : 0);
                last = Math.max(last, seen);
            }
        });
        for (int serial = 2; serial < 200_000; serial++) {
            roster.heard(new Change(0, TENANT, Change.Kind.DEVICE, DEVICE.value()));
            roster.held(DEVICE, new Held(serial, serial, roster.sequence(), NOW + 1));
        }
        done.countDown();
        reader.join();
        assertThat(wrong).hasValue(0);
    }

    private static long subject(Change.Kind kind) {
        return switch (kind) {
            case TENANT -> TENANT;
            case DEVICE_TYPE -> TYPE;
            case USER -> USER;
            case GROUP -> GROUP;
            case DEVICE -> DEVICE.value();
            case ACCOUNT -> throw new IllegalArgumentException("an account's change is noted as its user's");
        };
    }

    private static RosterRow row(Id<Device> device, long token, Held held) {
        return new RosterRow(device, Token.of(hash(token)), Address.NONE, place(), held, true);
    }

    private static Place place() {
        return new Place(TENANT, TYPE, USER, List.of(GROUP));
    }

    private static byte[] hash(long token) {
        return ByteBuffer.allocate(32).putLong(token).putLong(~token).array();
    }
}
