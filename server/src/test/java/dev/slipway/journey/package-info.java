/**
 * Journeys with real parts: the server as a process on its own PostgreSQL, the Bootloader's jar as a process, the wire
 * between them.
 *
 * <p>Comes in: the built jars, and {@code slipway.runs} for what is repeated (usually 20). Goes out: nothing; every
 * process
 * ends by its id and every directory is removed. Never: a sleep, a fixed port, an address beyond loopback.
 *
 * <p>Read first: {@link dev.slipway.journey.House}, {@link dev.slipway.journey.Machine},
 * {@link dev.slipway.journey.OnboardingJourney}.
 */
@NullMarked
package dev.slipway.journey;

import org.jspecify.annotations.NullMarked;
