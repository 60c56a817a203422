/**
 * Messages, gateways and own templates in PostgreSQL.
 *
 * <p>Comes in: records, and claims of who sends. Goes out: the same records; secrets and variables are sealed while
 * they rest. Never: a text as it was sent.
 * Read first: {@link dev.slipway.base.store.messages.MessageStores},
 * {@link dev.slipway.base.store.messages.JdbcOutbox}.
 */
@NullMarked
package dev.slipway.base.store.messages;

import org.jspecify.annotations.NullMarked;
