/**
 * The merge: which of several assignments gives a device what it gets, and why the others do not. Pure.
 *
 * Comes in: candidates, each with the layer it stands in. Goes out: for every key a trace, in which each candidate
 * stands once, as the winner or as beaten with a reason. Source: DESIGN section 5, Layers. Never: a store, a clock,
 * chance; the order of its input is of no matter.
 * Read first: {@link dev.slipway.core.settings.merge.Layer}, {@link dev.slipway.core.settings.merge.Merge},
 * {@link dev.slipway.core.settings.merge.Trace}.
 */
@NullMarked
package dev.slipway.core.settings.merge;

import org.jspecify.annotations.NullMarked;
