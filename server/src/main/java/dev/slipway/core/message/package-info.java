/**
 * Messages to users: which text, which gateway, when again, and when no more.
 *
 * <p>Comes in: messages from the outbox, gateways as they were set up, templates. Goes out: texts to gateways, and
 * what became of each. A gateway that surely did not send is followed by the next one; when nobody knows, nobody
 * guesses. Never: a supplier's words, HTTP, SMTP, SQL.
 * Read first: {@link dev.slipway.core.message.Sender}, {@link dev.slipway.core.message.MessageGateway},
 * {@link dev.slipway.core.message.Templates}.
 */
@NullMarked
package dev.slipway.core.message;

import org.jspecify.annotations.NullMarked;
