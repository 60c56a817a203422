/**
 * Files of lines whose form is data: a program that reads one setting or one account a line needs no class of its own.
 *
 * <p>Comes in: a form, a data file, and what a device must have. Goes out: text. Source: the comments of each form.
 * Never: a line end from a value.
 * Read first: {@link dev.slipway.door.phone.text.TextRenderer}, {@code LinePattern}.
 */
@NullMarked
package dev.slipway.door.phone.text;

import org.jspecify.annotations.NullMarked;
