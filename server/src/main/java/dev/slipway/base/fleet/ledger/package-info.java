/**
 * The one way to write and to read.
 *
 * Comes in: a tenant, who acts, what is done, and the work. Goes out: its result, after the commit.
 * Read first: {@link dev.slipway.base.fleet.ledger.Ledger}, {@link dev.slipway.base.fleet.ledger.Stores},
 * {@link dev.slipway.base.fleet.ledger.Lookups}. Never: a half-done act.
 */
@NullMarked
package dev.slipway.base.fleet.ledger;

import org.jspecify.annotations.NullMarked;
