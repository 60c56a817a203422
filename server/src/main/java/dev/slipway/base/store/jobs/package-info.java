/**
 * Recurring work that runs once in the cluster, by db-scheduler on the table {@code job}, and what the database itself
 * needs done from time to time.
 *
 * <p>In: {@link dev.slipway.base.jobs.Job}s. Out: nothing but log lines and fewer rows. DESIGN.md section 5, acts;
 * db-scheduler 16. Never here: work that is not recurring, since the outbox has rows of its own. Read first:
 * {@link ClusterJobs}, {@link Housekeeping}.
 */
@NullMarked
package dev.slipway.base.store.jobs;

import org.jspecify.annotations.NullMarked;
