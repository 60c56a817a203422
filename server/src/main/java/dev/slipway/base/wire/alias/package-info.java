/**
 * The name by which a switching center finds a tenant's servers. Comes in: an alias as people write it. Goes out: its
 * one normal form, and the label that stands for it in a host name. Never: a look-up.
 *
 * <p>Read first: {@link dev.slipway.base.wire.alias.AliasName}.
 */
@NullMarked
package dev.slipway.base.wire.alias;

import org.jspecify.annotations.NullMarked;
