package dev.slipway.base.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NodeJobsTest {
    @Test
    void a_job_that_fails_runs_again_and_stops_no_other() throws InterruptedException {
        CountDownLatch failing = new CountDownLatch(2);
        CountDownLatch other = new CountDownLatch(2);
        Job fails = new Job("fails", Duration.ofSeconds(1), () -> {
            failing.countDown();
            throw new IllegalStateException("this job of a test fails");
        });
        try (NodeJobs running = NodeJobs.start(List.of(fails, new Job("works", fails.every(), other::countDown)))) {
            assertThat(failing.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(running).isNotNull();
        }
    }

    @Test
    void the_end_waits_for_work_and_begins_no_more() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        NodeJobs running = NodeJobs.start(List.of(new Job("works", Duration.ofSeconds(1), () -> {
            begun.countDown();
            done.incrementAndGet();
        })));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        running.close();
        assertThat(done).hasValue(1);
    }

    @Test
    void a_job_without_a_pause_is_a_mistake() {
        assertThatThrownBy(() -> new Job("busy", Duration.ofMillis(999), () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
