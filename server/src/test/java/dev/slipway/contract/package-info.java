/**
 * What every implementation of the stores and the ledger promises, on a real database.
 *
 * <p>Comes in: a fresh database of {@code fake.TestDatabase}. Never: a replacement for SQL.
 * Read first: {@link dev.slipway.contract.House}, {@link dev.slipway.contract.TenantsTest}.
 */
@NullMarked
package dev.slipway.contract;

import org.jspecify.annotations.NullMarked;
