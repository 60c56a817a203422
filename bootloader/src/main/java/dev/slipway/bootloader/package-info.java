/**
 * The program on the device: {@code java -jar bootloader.jar [FILE|ADDRESS|MESSAGE]}.
 *
 * <p>Comes in: the command line. Goes out: an exit status ({@link dev.slipway.bootloader.outcome.Exit}), data on standard
 * output, sentences on standard error. Spec: DESIGN.md section 8. Never: a library beside the JDK, a right beyond its own
 * directory unless an artifact needs one. Read {@link dev.slipway.bootloader.Bootloader}, {@code Commands} and
 * {@link dev.slipway.bootloader.contact.Contact} first.
 */
@NullMarked
package dev.slipway.bootloader;

import org.jspecify.annotations.NullMarked;
