/**
 * Decides where a connection, or one request of it, belongs. Comes in: first bytes, a request's head, a ClientHello.
 * Goes out: a lane. Never: a byte changed, a name looked up, a guess.
 *
 * <p>Rules are data: those of the configuration in their order, then the table of this package, whose portal paths are
 * {@link dev.slipway.base.http.PortalPaths}. Read first: {@link dev.slipway.door.relay.steer.SteeringTable}, {@link
 * dev.slipway.door.relay.steer.Opening}, {@link dev.slipway.door.relay.steer.Rule}.
 */
@NullMarked
package dev.slipway.door.relay.steer;

import org.jspecify.annotations.NullMarked;
