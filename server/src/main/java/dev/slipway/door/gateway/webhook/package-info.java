/**
 * Tells webhooks what became of accounts.
 *
 * <p>Comes in: changes of accounts that the database noted in the transaction that made them. Goes out: one signed
 * POST for each (Standard Webhooks), in order. Never: a secret of an account.
 * Read first: {@link dev.slipway.door.gateway.webhook.WebhookCaller}.
 */
@NullMarked
package dev.slipway.door.gateway.webhook;

import org.jspecify.annotations.NullMarked;
