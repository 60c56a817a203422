/**
 * Who may come in, how often and how much. Comes in: addresses, and how many bytes were carried for them. Goes out: a
 * stay, or why there is none. Never: a connection touched, a source remembered for longer than a minute after it went.
 *
 * <p>Read first: {@link dev.slipway.door.relay.limit.Sources}, which holds its limits too.
 */
@NullMarked
package dev.slipway.door.relay.limit;

import org.jspecify.annotations.NullMarked;
