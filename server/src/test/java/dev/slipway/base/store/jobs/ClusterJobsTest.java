package dev.slipway.base.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.base.jobs.Job;
import dev.slipway.base.store.Database;
import dev.slipway.fake.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterJobsTest {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Database database = Database.open(TestDatabase.fresh());
    private final AtomicInteger count = new AtomicInteger();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void two_nodes_run_a_job_once() {
        List<Job> jobs = List.of(new Job("once", Duration.ofHours(1), count::incrementAndGet), failing("marker"));
        try (ClusterJobs one = start("one", jobs);
                ClusterJobs two = start("two", jobs)) {
            await().until(() -> failures("marker") > 2);
            assertThat(one).isNotSameAs(two);
            assertThat(count).hasValue(1);
        }
    }

    @Test
    void a_job_that_fails_comes_again() {
        try (ClusterJobs running = start("one", List.of(failing("fails")))) {
            await().until(() -> failures("fails") > 1);
            assertThat(running).isNotNull();
        }
    }

    @Test
    void the_end_waits_for_work_that_is_being_done() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Job job = new Job("slow", Duration.ofHours(1), () -> {
            begun.countDown();
            database.jdbi().useHandle(handle -> handle.execute("select pg_sleep(0.2)"));
            ended.countDown();
        });
        ClusterJobs running = start("one", List.of(job));
        begun.await();
        running.close();
        assertThat(ended.getCount()).isZero();
    }

    private Job failing(String name) {
        return new Job(name, Duration.ofSeconds(1), () -> {
            throw new IllegalStateException("this job of a test fails");
        });
    }

    private ClusterJobs start(String node, List<Job> jobs) {
        return ClusterJobs.start(database, node, jobs, InstantSource.system(), LOOK);
    }

    private int failures(String job) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select coalesce(max(consecutive_failures), 0) from job where task_name = :job")
                .bind("job", job)
                .mapTo(Integer.class)
                .one());
    }
}
