/**
 * When a device asks again: the rules of {@code rel}, {@code abs} and {@code rnd}, as pure arithmetic.
 *
 * <p>In: a plan, who the device is, what it did last, and the present instant. Out: the instant of the next poll. The
 * rules, with the points that phone makers leave open and how they are decided here, stand in
 * {@code docs/reference/polling.md}; the Bootloader and the server's forecast use the same class.
 *
 * <p>Never: a clock, a source of chance or a thread of its own.
 *
 * <p>Read first: {@link dev.slipway.bootloader.protocol.polling.NextPoll},
 * {@link dev.slipway.bootloader.protocol.polling.PollingPlan},
 * {@link dev.slipway.bootloader.protocol.polling.PollState}.
 */
@NullMarked
package dev.slipway.bootloader.protocol.polling;

import org.jspecify.annotations.NullMarked;
