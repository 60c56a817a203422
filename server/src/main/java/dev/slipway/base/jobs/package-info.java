/**
 * Recurring work: what it is, and how a node runs what is its own.
 *
 * <p>In: a {@link Job} with a name, a pause and what to do. Out: nothing but log lines. Work that must run once in the
 * cluster is run by {@code base.store.jobs}; work of one node by {@link NodeJobs}. Never here: what the work is, or a
 * promise that it runs at a certain minute. Read first: {@link Job}, {@link NodeJobs}.
 */
@NullMarked
package dev.slipway.base.jobs;

import org.jspecify.annotations.NullMarked;
