/**
 * The ledger in SQL: transactions with their journal and change log, look-ups across tenants, and what a node reads
 * that answers from memory.
 *
 * <p>Comes in: work on the stores of a tenant. Goes out: its result after the commit, or a refusal. Never: a half-done
 * act.
 * Read first: {@link dev.slipway.base.store.ledger.JdbcLedger}, {@link dev.slipway.base.store.ledger.JdbcChangeReader}.
 */
@NullMarked
package dev.slipway.base.store.ledger;

import org.jspecify.annotations.NullMarked;
