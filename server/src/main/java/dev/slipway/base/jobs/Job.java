package dev.slipway.base.jobs;

import java.time.Duration;

/**
 * A unit of recurring work. It may be begun again after a cut, so doing it twice must do no harm; what it throws is
 * logged by who runs it, and the next time comes all the same.
 *
 * @param name unique in the house, as in {@code change-log.prune}; in the cluster it never changes once published
 * @param every from the end of one run to the beginning of the next, at least a second
 * @param work blocks until it is done
 */
public record Job(String name, Duration every, Runnable work) {
    private static final Duration EVERY_MIN = Duration.ofSeconds(1);

    public Job {
        if (name.isBlank() || every.compareTo(EVERY_MIN) < 0) {
            throw new IllegalArgumentException("a job has a name and runs at most once in " + EVERY_MIN);
        }
    }
}
