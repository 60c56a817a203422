/**
 * SIP messages as bytes of one datagram (RFC 3261, sections 7, 18 and 20; compact forms of RFC 3265 and RFC 6665).
 *
 * <p>Comes in: the bytes of a datagram. Goes out: a message, or {@link dev.slipway.base.wire.sip.Malformed} with the
 * offset;
 * and back. Never: a socket, a clock, a transaction; what no phone says to be given its server or to be woken up.
 * Read first: {@link dev.slipway.base.wire.sip.SipMessage}, {@link dev.slipway.base.wire.sip.SipReader},
 * {@link dev.slipway.base.wire.sip.SipAddress}.
 */
@NullMarked
package dev.slipway.base.wire.sip;

import org.jspecify.annotations.NullMarked;
