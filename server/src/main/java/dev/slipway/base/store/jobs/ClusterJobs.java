package dev.slipway.base.store.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.slipway.base.jobs.Job;
import dev.slipway.base.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Runs each job on one node of the cluster at a time: the node that picks its row. The work of a node that is gone is
 * taken over after some minutes; a job that fails comes again after its pause.
 */
public final class ClusterJobs implements AutoCloseable {
    /** Work is due once in an hour or a day, so a look a minute is soon enough. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** The default is half an hour, which no server waits at its end; what is cut here is begun again elsewhere. */
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    private ClusterJobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Begins; a job that never ran is due at once.
     *
     * @param node a name of this node, for people who look at the table
     */
    public static ClusterJobs start(Database database, String node, List<Job> jobs, InstantSource clock) {
        return start(database, node, jobs, clock, LOOK_EVERY);
    }

    static ClusterJobs start(Database database, String node, List<Job> jobs, InstantSource clock, Duration lookEvery) {
        List<RecurringTask<Void>> tasks = jobs.stream().map(ClusterJobs::task).toList();
        Scheduler scheduler = Scheduler.create(database.dataSource())
                .startTasks(tasks)
                .tableName("job")
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(1)
                .pollingInterval(lookEvery)
                .shutdownMaxWait(END_WITHIN)
                .clock(clock::instant)
                .build();
        scheduler.start();
        return new ClusterJobs(scheduler);
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((instance, context) -> job.work().run());
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
