/**
 * The door at the edge of the network: one port, steered by nature. Comes in: connections of any kind. Goes out: the
 * same bytes, to the portal, to the Exchange adapter, or to whatever else the operator has behind it. Never: a store, a
 * secret of a tenant, a device's bytes changed.
 *
 * <p>The four steps of every door: identify is {@link dev.slipway.door.relay.peek} (what the first bytes and heads
 * claim), admit is {@link dev.slipway.door.relay.limit}, decide is {@link dev.slipway.door.relay.steer}, answer is
 * {@link dev.slipway.door.relay.flow} with the {@link dev.slipway.door.relay.place} it leads to.
 *
 * <p>Read first: {@link dev.slipway.door.relay.Relay}, {@link dev.slipway.door.relay.RelayOptions}.
 */
@NullMarked
package dev.slipway.door.relay;

import org.jspecify.annotations.NullMarked;
