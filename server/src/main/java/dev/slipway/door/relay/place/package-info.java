/**
 * Where connections are led, and how one is made there. Comes in: a lane, a caller. Goes out: a channel, or why there
 * is none. Source: HAProxy's proxy-protocol.txt for what a backend is told of the caller. Never: a byte of the device
 * sent before a connection stands, a name looked up by a thread that waits.
 *
 * <p>Read first: {@link dev.slipway.door.relay.place.Destination}, {@link dev.slipway.door.relay.place.Backends},
 * {@link dev.slipway.door.relay.place.Steering}.
 */
@NullMarked
package dev.slipway.door.relay.place;

import org.jspecify.annotations.NullMarked;
