/**
 * What is placed where: profiles with their settings, and the assignments that give them, or software, to layers.
 *
 * Read first: {@link dev.slipway.base.fleet.placement.Setting}, {@link dev.slipway.base.fleet.placement.Profile},
 * {@link dev.slipway.base.fleet.placement.Assignment}. Never: the merge; that is {@code core.settings}.
 */
@NullMarked
package dev.slipway.base.fleet.placement;

import org.jspecify.annotations.NullMarked;
