package dev.slipway.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many messages are claimed for a gateway at once, and when the next ones are. */
class LaneTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final Outgoing MESSAGE = new Outgoing(
            "1",
            new Message.Recipient(Channel.SMS, "+41791234567", Optional.empty()),
            new Outgoing.Text("", "Hello", Optional.empty()),
            "");

    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore answers = new Semaphore(0);
    private final AtomicInteger closed = new AtomicInteger();

    private Lane lane(int perSecond) {
        var use = new GatewaySetup.Use(true, 0, List.of(), List.of(), perSecond);
        var setup = new GatewaySetup(new Id<>(1), "main", "fake", Map.of(), Map.of(), use);
        var gateway = new MessageGateway() {
            @Override
            public Outcome send(Outgoing message) {
                arrived.release();
                answers.acquireUninterruptibly();
                return new Outcome.NotSent("nobody asked", Optional.empty());
            }

            @Override
            public boolean knowsRepeats() {
                return false;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        return new Lane(setup, gateway, NOW);
    }

    @Test
    void an_idle_one_is_filled_and_a_busy_one_is_filled_up_many_at_a_time() {
        Lane lane = lane(0);
        assertThat(lane.claimable(NOW)).isEqualTo(128);
        lane.enter(128);
        for (int left = 1; left <= 63; left++) {
            assertThat(lane.leave()).isFalse();
            assertThat(lane.claimable(NOW)).isZero();
        }

        assertThat(lane.leave()).isTrue();
        assertThat(lane.claimable(NOW)).isEqualTo(64);
    }

    @Test
    void no_more_than_64_are_at_the_gateway_at_once() throws InterruptedException {
        Lane lane = lane(0);
        lane.enter(100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.execute(() -> lane.send(MESSAGE));
            }
            assertThat(arrived.tryAcquire(64, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(arrived.availablePermits()).isZero();
            answers.release(1);
            assertThat(arrived.tryAcquire(1, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(arrived.availablePermits()).isZero();
            answers.release(100);
        }
    }

    @Test
    void one_that_may_take_few_a_second_takes_these_although_they_are_few() {
        Lane lane = lane(3);
        assertThat(lane.claimable(NOW)).isEqualTo(3);
        lane.enter(3);
        assertThat(lane.claimable(NOW)).isZero();
        assertThat(lane.claimable(NOW.plusSeconds(1))).isEqualTo(3);
    }

    @Test
    void the_last_message_of_a_retired_one_closes_it_and_says_that_it_is_idle() {
        Lane lane = lane(0);
        lane.enter(2);
        lane.retire();
        assertThat(lane.leave()).isFalse();
        assertThat(closed.get()).isZero();

        assertThat(lane.leave()).isTrue();
        assertThat(closed.get()).isEqualTo(1);
    }
}
