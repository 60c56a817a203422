/**
 * How a command of the Bootloader ends: a planned negative answer with a stable code, and the exit status of the
 * process.
 *
 * <p>Comes in: nothing. Goes out: {@link dev.slipway.bootloader.outcome.Refusal} and
 * {@link dev.slipway.bootloader.outcome.Exit}. Spec: DESIGN.md sections 7 (exit statuses) and 9 (codes). Never: prints,
 * logs or ends the process.
 */
@NullMarked
package dev.slipway.bootloader.outcome;

import org.jspecify.annotations.NullMarked;
