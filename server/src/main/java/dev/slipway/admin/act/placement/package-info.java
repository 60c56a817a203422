/**
 * Acts that say what devices shall have: profiles, policies, assignments, and polling plans made of them.
 *
 * <p>Comes in: forms with names. Goes out: records of {@code fleet.placement}, checked against the key catalog.
 * Design: DESIGN section 5, Settings and Layers. Never: a decision of the merge.
 * Read first: {@link dev.slipway.admin.act.placement.PlacementKinds},
 * {@link dev.slipway.admin.act.placement.AssignmentForm}.
 */
@NullMarked
package dev.slipway.admin.act.placement;

import org.jspecify.annotations.NullMarked;
