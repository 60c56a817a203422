/**
 * The door of webhooks: how a call goes out.
 *
 * <p>Comes in: a change of an account. Goes out: one signed POST (Standard Webhooks), and what was answered. Never: a
 * secret of an account, or a decision when to tell.
 * Read first: {@link dev.slipway.door.gateway.webhook.WebhookTeller}.
 */
@NullMarked
package dev.slipway.door.gateway.webhook;

import org.jspecify.annotations.NullMarked;
