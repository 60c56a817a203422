/**
 * Records of messages to users: the outbox, the gateways that send, the texts of one's own.
 *
 * <p>Comes in and goes out: records that are complete at birth. A message is kept with the act that wants it sent and
 * holds a template's name and its variables, never a text. Never: a supplier's words, a decision about sending.
 * Read first: {@link dev.slipway.base.fleet.messages.Message}, {@link dev.slipway.base.fleet.messages.Messages},
 * {@link dev.slipway.base.fleet.messages.Outbox}.
 */
@NullMarked
package dev.slipway.base.fleet.messages;

import org.jspecify.annotations.NullMarked;
