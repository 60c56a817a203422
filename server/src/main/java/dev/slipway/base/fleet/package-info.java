/**
 * What outlives a restart: the records of the house and the small store interfaces that keep them.
 *
 * Comes in: records, complete at birth. Goes out: the same records, for one tenant. Never: SQL, HTTP, a decision.
 * Read first: {@link dev.slipway.base.fleet.Id}, {@link dev.slipway.base.fleet.Records}, {@link
 * dev.slipway.base.fleet.Refusal}.
 */
@NullMarked
package dev.slipway.base.fleet;

import org.jspecify.annotations.NullMarked;
