/**
 * Who did what, and what changed by it.
 *
 * Read first: {@link dev.slipway.base.fleet.acts.Actor}, {@link dev.slipway.base.fleet.acts.Act},
 * {@link dev.slipway.base.fleet.acts.Change}. Never: a secret in an entry.
 */
@NullMarked
package dev.slipway.base.fleet.acts;

import org.jspecify.annotations.NullMarked;
