/**
 * What a phone says of itself by its user agent.
 *
 * <p>Comes in: the field as sent. Goes out: maker, model, firmware and MAC address, each empty when not said; when
 * several
 * patterns fit, the first of the table, and all are named. Never: a decision about who is let in, which a user agent
 * proves nothing for.
 * Read first: {@link dev.slipway.door.phone.recognition.UserAgents}.
 */
@NullMarked
package dev.slipway.door.phone.recognition;

import org.jspecify.annotations.NullMarked;
