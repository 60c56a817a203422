/**
 * Messages from the outbox to gateways.
 *
 * <p>Comes in: how many rounds. Goes out: messages a second by each kind of gateway, stubs beside. Never: a gateway of
 * the world. Read first: {@link dev.slipway.bench.messages.Outboxes}.
 */
@NullMarked
package dev.slipway.bench.messages;

import org.jspecify.annotations.NullMarked;
