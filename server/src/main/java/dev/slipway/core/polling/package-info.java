/**
 * What the house decides about polling: from the settings of a device to its plan, and what it asks of who can make a
 * device poll now.
 *
 * Comes in: effective values of the keys {@code polling.*}, as text. Goes out: the plan that the device follows, or
 * none, or the refusal {@code polling.invalid}. Source: DESIGN section 5, {@code docs/reference/polling.md}. Never:
 * where a value came from; the rules of a plan, which device and server share.
 * Read first: {@link dev.slipway.core.polling.PollingSettings}, {@link dev.slipway.core.polling.WakeUp},
 * {@link dev.slipway.bootloader.protocol.polling.PollingPlan}.
 */
@NullMarked
package dev.slipway.core.polling;

import org.jspecify.annotations.NullMarked;
