package dev.slipway.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HashQueueTest {
    private final SetClock clock = new SetClock(Instant.EPOCH);

    @Test
    void no_more_run_at_once_than_there_are_cores() throws InterruptedException, ExecutionException {
        var queue = new HashQueue(3, clock);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(threads.submit(() -> queue.run(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.yield();
                    return running.decrementAndGet();
                })));
            }
            for (Future<Integer> each : all) {
                each.get();
            }
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void one_too_many_is_told_when_to_come_again() {
        var queue = new HashQueue(1, clock);
        var hold = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1 + HashQueue.WAITING_PER_CORE; i++) {
                threads.submit(() -> queue.run(() -> awaited(hold)));
            }
            Awaitility.await().until(() -> queue.waiting() == HashQueue.WAITING_PER_CORE);
            Refusal refusal = Refusals.of(() -> queue.run(() -> true));
            assertThat(Refusals.of(queue::turnAway).sentence()).isEqualTo(refusal.sentence());
            assertThat(refusal.code()).isEqualTo("logon.throttled");
            assertThat(refusal.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
            hold.countDown();
        }
        Awaitility.await().until(() -> queue.waiting() == 0);
        queue.turnAway();
        assertThat(queue.run(() -> "free again")).isEqualTo("free again");
    }

    private static boolean awaited(CountDownLatch hold) {
        try {
            hold.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
