/**
 * Recurring work: what it is, how a node runs what is its own, and how it looks for what waits in the database.
 *
 * <p>In: a {@link Job} with a name, a pause and what to do. Out: nothing but log lines. Work that must run once in the
 * cluster is run by {@code base.store.jobs}; work of one node by {@link NodeJobs}; what waits in the database for any
 * node is found by a {@link Lookout}, and tried again after a {@link Backoff}. Never here: what the work is, or a
 * promise that it runs at a certain minute. Read first: {@link Job}, {@link NodeJobs}, {@link Lookout}.
 */
@NullMarked
package dev.slipway.base.jobs;

import org.jspecify.annotations.NullMarked;
