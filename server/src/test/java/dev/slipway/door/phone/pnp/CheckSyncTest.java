package dev.slipway.door.phone.pnp;

import static dev.slipway.fake.FakeSipPhone.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.core.polling.WakeUp;
import dev.slipway.core.polling.WakeUp.How;
import dev.slipway.core.polling.WakeUp.Outcome;
import dev.slipway.core.polling.WakeUp.Sleeper;
import dev.slipway.core.polling.WakeUp.State;
import dev.slipway.fake.FakeSipPhone;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Phones on loopback that are asked to fetch. */
class CheckSyncTest {
    private static final SipTimers QUICK = new SipTimers(Duration.ofMillis(10), Duration.ofMillis(40));
    private static final Id<Tenant> TENANT = new Id<>(1);
    private static final Sleeper ANN = new Sleeper(new Id<>(7), "phone-of-ann", Optional.of("ann@example.com"));

    private final CheckSync wakeUp = new CheckSync(new Nowhere(), new Random(1), QUICK);

    /** No device was ever here, but for one with an address that nobody can reach by its number. */
    private record Nowhere() implements DeviceSeen {
        @Override
        public void write(List<Seen> seen) {
            throw new IllegalStateException("waking writes nothing");
        }

        @Override
        public Optional<Seen> last(Id<Tenant> tenant, Id<Device> device) {
            return device.equals(ANN.device())
                    ? Optional.empty()
                    : Optional.of(new Seen(tenant, device, Instant.EPOCH, "unknown", ""));
        }
    }

    @Test
    void a_phone_is_asked_to_fetch_and_says_that_it_will() {
        try (var phone = new FakeSipPhone(request -> 200)) {
            Outcome outcome = wake(phone, false);
            assertThat(outcome)
                    .isEqualTo(new Outcome(
                            ANN, State.WOKEN, "127.0.0.1:" + phone.at().getPort(), 200));
            String notify = phone.requests().getFirst();
            assertThat(notify)
                    .startsWith("NOTIFY sip:ann@127.0.0.1:" + phone.at().getPort() + " SIP/2.0\r\n");
            assertThat(header(notify, "Event")).isEqualTo("check-sync;reboot=false");
            assertThat(header(notify, "Via"))
                    .startsWith("SIP/2.0/UDP 127.0.0.1:")
                    .contains(";branch=z9hG4bK", ";rport");
            assertThat(header(notify, "Content-Length")).isEqualTo("0");
        }
    }

    @Test
    void a_phone_is_asked_to_start_anew() {
        try (var phone = new FakeSipPhone(request -> 200)) {
            wake(phone, true);
            assertThat(header(phone.requests().getFirst(), "Event")).isEqualTo("check-sync;reboot=true");
        }
    }

    @Test
    void a_phone_that_refuses_says_its_status() {
        assertThat(state(request -> 481)).isEqualTo(State.REFUSED);
        assertThat(state(request -> 401)).isEqualTo(State.REFUSED);
    }

    @Test
    void a_lost_request_is_repeated_and_a_provisional_answer_is_none() {
        try (var phone = new FakeSipPhone(request -> request < 3 ? 0 : request < 5 ? 100 : 200)) {
            assertThat(wake(phone, false).state()).isEqualTo(State.WOKEN);
            assertThat(phone.requests())
                    .hasSize(5)
                    .containsOnly(phone.requests().getFirst());
        }
    }

    @Test
    void a_silent_phone_is_given_up_after_sixty_four_times_t1() {
        try (var phone = new FakeSipPhone(request -> 0)) {
            long before = System.nanoTime();
            assertThat(wake(phone, false).state()).isEqualTo(State.SILENT);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(QUICK.giveUp());
            assertThat(phone.requests()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void timers_are_those_of_the_standard() {
        assertThat(SipTimers.USUAL.giveUp()).isEqualTo(Duration.ofSeconds(32));
        assertThat(SipTimers.USUAL.next(Duration.ofMillis(500))).isEqualTo(Duration.ofSeconds(1));
        assertThat(SipTimers.USUAL.next(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void a_device_that_was_never_here_is_nowhere() {
        var other = new Sleeper(new Id<>(8), "other", Optional.empty());
        assertThat(wakeUp.wake(TENANT, List.of(ANN, other), new How(false, Optional.empty())))
                .extracting(Outcome::state)
                .containsExactly(State.UNKNOWN_PLACE, State.UNKNOWN_PLACE);
    }

    @Test
    void many_are_asked_one_after_the_other() {
        try (var phone = new FakeSipPhone(request -> 200)) {
            wakeUp.wake(TENANT, Collections.nCopies(4, ANN), new How(false, Optional.of(phone.at())));
            List<Long> nanos = phone.requestNanos();
            assertThat(Duration.ofNanos(nanos.getLast() - nanos.getFirst()))
                    .isGreaterThan(CheckSync.PAUSE.multipliedBy(2));
        }
    }

    @Test
    void more_than_can_be_awaited_are_a_fault() {
        var many = Collections.nCopies(WakeUp.DEVICES_MAX + 1, ANN);
        assertThatThrownBy(() -> wakeUp.wake(TENANT, many, new How(false, Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private State state(IntUnaryOperator answers) {
        try (var phone = new FakeSipPhone(answers)) {
            return wake(phone, false).state();
        }
    }

    private Outcome wake(FakeSipPhone phone, boolean reboot) {
        return wakeUp.wake(TENANT, List.of(ANN), new How(reboot, Optional.of(phone.at())))
                .getFirst();
    }
}
