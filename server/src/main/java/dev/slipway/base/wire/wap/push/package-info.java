/**
 * How a document gets to a phone in short messages: a push (WAP-235) in datagrams (WAP-259) in user data with headers
 * (3GPP TS 23.040, section 9.2.3.24).
 *
 * <p>Comes in: the bytes of a document and what makes it believed. Goes out: user data of messages, at most 140 octets
 * each, or whole TPDUs for a modem; and back, or {@link dev.slipway.base.wire.wap.Malformed}. Never: a gateway, a
 * price. Read first: {@link dev.slipway.base.wire.wap.push.PushPdu}, {@link
 * dev.slipway.base.wire.wap.push.SegmentPlan}, {@link dev.slipway.base.wire.wap.push.ShortMessage}.
 */
@NullMarked
package dev.slipway.base.wire.wap.push;

import org.jspecify.annotations.NullMarked;
