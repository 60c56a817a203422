/**
 * The door of the Bootloader and of every browser that looks for it.
 *
 * <p>Comes in: requests of {@code /boot/v1/*}, {@code /artifact/*} and {@code /get}, each also behind
 * {@code /at/ALIAS}.
 * Goes out: the bodies of {@code bootloader.protocol}, content by hash, download pages. Every class that answers
 * does the
 * four steps of the house: identify ({@link dev.slipway.door.portal.Asked}), admit, decide, answer. Never: a
 * redirect, a
 * second kind of 404, a token over a line that others can read.
 * Read first: {@link dev.slipway.door.portal.Portal}, {@code BootBundle}, {@link dev.slipway.door.portal.HotAnswers}.
 */
@NullMarked
package dev.slipway.door.portal;

import org.jspecify.annotations.NullMarked;
