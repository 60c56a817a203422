/**
 * Acts on messages to users: gateways, templates, the outbox.
 *
 * <p>Comes in: forms. Goes out: records, changed in one transaction. Sending itself happens elsewhere and later.
 * Never: a secret of a gateway shown, a text of a message that was sent.
 * Read first: {@link dev.slipway.admin.act.messages.MessageKinds},
 * {@link dev.slipway.admin.act.messages.SendMessage}.
 */
@NullMarked
package dev.slipway.admin.act.messages;

import org.jspecify.annotations.NullMarked;
