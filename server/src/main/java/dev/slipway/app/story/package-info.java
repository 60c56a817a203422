/**
 * The whole story on this machine: {@code slipway try}.
 *
 * <p>Comes in: an application, or none for the example. Goes out: what happened, step by step, on standard output; real
 * parts only: the server, its command line, the Bootloader's jar in a process of its own. Never: anything outside a
 * temporary directory and the loopback addresses.
 *
 * <p>Read first: {@link dev.slipway.app.story.Try}, {@link dev.slipway.app.story.Stage},
 * {@link dev.slipway.app.story.DeviceProcess}.
 */
@NullMarked
package dev.slipway.app.story;

import org.jspecify.annotations.NullMarked;
