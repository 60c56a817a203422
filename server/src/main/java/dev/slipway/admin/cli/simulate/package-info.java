/**
 * A fleet of simulated phones that fetch their files from a real server, in real time ({@code slipway simulate}).
 *
 * <p>Comes in: how many phones, of what make, and what shall happen to them. Goes out: what they were answered, how
 * fast, and how long a herd took to drain. Phones poll by the plan that their file carries, or one that is given here,
 * with the rules of {@code docs/reference/polling.md} that real devices and the forecast use too; they keep no more
 * than their state, so a hundred thousand fit into some hundred megabytes. Source: DESIGN sections 6 and 7.
 *
 * <p>Never: a device that is not its own; a rule about input; a figure that was not measured.
 *
 * <p>Read first: {@link dev.slipway.admin.cli.simulate.Simulation}, {@link dev.slipway.admin.cli.simulate.Part},
 * {@link dev.slipway.admin.cli.simulate.Play}.
 */
@NullMarked
package dev.slipway.admin.cli.simulate;

import org.jspecify.annotations.NullMarked;
