package dev.slipway.base.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private final Lookout lookout = new Lookout("test");
    private final Semaphore looked = new Semaphore(0);

    @AfterEach
    void close() {
        assertThat(lookout.end()).isTrue();
        assertThat(lookout.isEnded()).isTrue();
    }

    private void await(int looks) throws InterruptedException {
        assertThat(looked.tryAcquire(looks, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void as_long_as_it_finds_something_it_looks_again_and_then_when_it_is_called() throws InterruptedException {
        var work = new AtomicInteger(3);
        lookout.start(() -> {
            looked.release();
            return Math.max(0, work.getAndDecrement());
        });
        await(4);

        lookout.call();
        await(1);
    }

    @Test
    void others_leave_work_too_so_it_looks_without_being_called() throws InterruptedException {
        lookout.start(() -> {
            looked.release();
            return 0;
        });

        await(2);
    }

    @Test
    void a_fault_of_a_look_is_not_its_end() throws InterruptedException {
        lookout.start(() -> {
            looked.release();
            throw new IllegalStateException("the database is away");
        });

        await(2);
    }

    @Test
    void it_ends_when_the_work_at_hand_is_done() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var done = new AtomicBoolean();
        lookout.execute(() -> {
            begun.countDown();
            while (!lookout.isEnded()) {
                Thread.onSpinWait();
            }
            done.set(true);
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(lookout.end()).isTrue();
        assertThat(done).isTrue();
    }
}
