package dev.slipway.base.jobs;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs jobs on this node, whatever other nodes do: work on its own files, certificates and memory. One thread, since
 * all of it is short and none of it is urgent.
 */
public final class NodeJobs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(NodeJobs.class.getPackageName());

    private final ReentrantLock work = new ReentrantLock();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("node-jobs").factory());
    private boolean ended;

    private NodeJobs() {}

    /** Begins; the first run of each job is after its pause, since a start does everything itself. */
    public static NodeJobs start(List<Job> jobs) {
        NodeJobs running = new NodeJobs();
        for (Job job : jobs) {
            long pause = job.every().toMillis();
            var _ = running.thread.scheduleWithFixedDelay(() -> running.run(job), pause, pause, TimeUnit.MILLISECONDS);
        }
        return running;
    }

    private void run(Job job) {
        work.lock();
        try {
            if (!ended) {
                job.work().run();
            }
        } catch (Exception fault) {
            LOG.log(System.Logger.Level.ERROR, "event=job-failed job=" + job.name(), fault);
        } finally {
            work.unlock();
        }
    }

    /** Begins no more work and waits for that which is being done. */
    @Override
    public void close() {
        thread.shutdown();
        work.lock();
        try {
            ended = true;
        } finally {
            work.unlock();
        }
    }
}
