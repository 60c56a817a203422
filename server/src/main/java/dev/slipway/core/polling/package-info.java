/**
 * What the house decides about polling: from the settings of a device to its plan, what plans ask of the server, which
 * plan suits a fleet, what happens when all ask at once, device by device, and what it asks of who can make a device
 * poll
 * now ({@link dev.slipway.core.polling.WakeUp}).
 *
 * Comes in: effective values of the keys {@code polling.*}, as text, and what an administrator wishes. Goes out: the
 * plan that a device must have now, or none, or the refusal {@code polling.invalid}; a forecast; a proposal; the counts
 * of a simulation, the same for the same seed. Source: DESIGN sections 5 and 6, {@code docs/reference/polling.md}.
 * Never: where a value came from; the rules of a plan, which device and server share; SQL.
 * Read first: {@link dev.slipway.core.polling.PollingSettings}, {@link dev.slipway.core.polling.FleetPlan},
 * {@link dev.slipway.core.polling.Planner}.
 */
@NullMarked
package dev.slipway.core.polling;

import org.jspecify.annotations.NullMarked;
