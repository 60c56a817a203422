/**
 * Who may come in, how often and how much. Comes in: addresses. Goes out: a stay, or why there is none. Never: a
 * connection touched. Read first: {@link dev.slipway.door.relay.limit.Sources}, {@link
 * dev.slipway.door.relay.limit.SourceLimits}.
 */
@NullMarked
package dev.slipway.door.relay.limit;

import org.jspecify.annotations.NullMarked;
