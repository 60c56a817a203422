/**
 * Tries an address as a device would: name, connection, certificate, answer.
 *
 * <p>Comes in: an address or a host and port that an administrator entered. Goes out: one sentence a step. Never: a
 * redirect followed, or a host called that the house forbids.
 * Read first: {@link dev.slipway.base.http.probe.Probe}.
 */
@NullMarked
package dev.slipway.base.http.probe;

import org.jspecify.annotations.NullMarked;
