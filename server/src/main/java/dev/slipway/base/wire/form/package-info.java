/**
 * Forms as browsers and simple programs send them.
 *
 * <p>Comes in: the bytes of a body. Goes out: its fields by name. Never: files. Read first:
 * {@link dev.slipway.base.wire.form.FormFields}.
 */
@NullMarked
package dev.slipway.base.wire.form;

import org.jspecify.annotations.NullMarked;
