/**
 * Texts with variables: <code>${name}</code> stands for a value, <code>$${</code> for the two characters themselves.
 *
 * <p>Comes in: a text as a person wrote it. Goes out: the names in it, and the text with values in their place.
 * Never: conditions, loops or values that are searched again.
 * Read first: {@link dev.slipway.base.wire.template.Template}.
 */
@NullMarked
package dev.slipway.base.wire.template;

import org.jspecify.annotations.NullMarked;
