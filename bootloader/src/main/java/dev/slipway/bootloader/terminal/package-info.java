/**
 * The person in front of the device, if there is one: questions, sentences and progress.
 *
 * <p>Comes in: what to say. Goes out: answers, and bytes on standard error. Never: data (that is standard output's),
 * and never the echo of a password. Read {@link dev.slipway.bootloader.terminal.Terminal} first, then
 * {@link dev.slipway.bootloader.terminal.Progress}.
 */
@NullMarked
package dev.slipway.bootloader.terminal;

import org.jspecify.annotations.NullMarked;
