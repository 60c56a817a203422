/**
 * What simulated phones need of the world ({@code slipway simulate}): a network, and somebody who reads their files.
 *
 * <p>Comes in: an address and headers; a file that a phone got. Goes out: an answer, or none; the polling plan that
 * stands in the file. Never: when a phone asks, or what it does next; {@code admin.cli.simulate} decides that.
 *
 * <p>Read first: {@link dev.slipway.app.simulation.RealWorld}.
 */
@NullMarked
package dev.slipway.app.simulation;

import org.jspecify.annotations.NullMarked;
