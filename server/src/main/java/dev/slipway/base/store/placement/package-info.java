/**
 * Profiles and assignments in SQL, and whose answers change with what is assigned.
 *
 * <p>Comes in: a desk. Goes out: the stores of {@code fleet.placement}. Never: the merge; that is core.settings.
 * Read first: {@link dev.slipway.base.store.placement.PlacementStores},
 * {@link dev.slipway.base.store.placement.PlacedChange}.
 */
@NullMarked
package dev.slipway.base.store.placement;

import org.jspecify.annotations.NullMarked;
