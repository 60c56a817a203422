/**
 * What the first bytes of a connection, and the heads of its requests and answers, say about where it belongs. Comes
 * in: bytes as they arrived, in any number of pieces. Goes out: an ending, a framing, a name; or a {@link
 * dev.slipway.door.relay.peek.Fault}. Sources: RFC 9112 (HTTP/1.1), RFC 8446 with RFC 6066 and RFC 7301 (ClientHello).
 *
 * <p>Nothing here changes or consumes bytes, and nothing makes objects per request.
 *
 * <p>Read first: {@link dev.slipway.door.relay.peek.RequestHead}, {@link dev.slipway.door.relay.peek.BodyEnd}, {@link
 * dev.slipway.door.relay.peek.ClientHelloReader}.
 */
@NullMarked
package dev.slipway.door.relay.peek;

import org.jspecify.annotations.NullMarked;
