/**
 * Activations, deliveries, the journal and kept answers, in SQL.
 *
 * <p>Comes in: a desk. Goes out: the stores of {@code fleet.acts}. Never: a ticket; only its SHA-256.
 * Read first: {@link dev.slipway.base.store.acts.ActStores}, {@link dev.slipway.base.store.acts.JournalRows}.
 */
@NullMarked
package dev.slipway.base.store.acts;

import org.jspecify.annotations.NullMarked;
