/**
 * What a switching center and a site speak: HTTP/2 (RFC 9113) inside TLS 1.3 with certificates of both, dialled by the
 * site, roles reversed. Comes in: frames. Goes out: one channel a device connection, whose bytes are those of the
 * device. Never: a device's TLS opened, a stream that holds up others by not being read.
 *
 * <p>After the handshake the center is the HTTP/2 client. It opens a stream for each connection of a device ({@code
 * CONNECT}, with {@code csc-src}, {@code csc-dst}, {@code csc-id}, {@code csc-hops}); the first stream is the hello
 * ({@code POST /csc/hello}). A stream's window is 1 MiB and the connection's is larger than all streams' together, so
 * streams that nobody reads stop nobody else (RFC 9113, section 5.2).
 *
 * <p>Read first: {@link dev.slipway.door.relay.tunnel.Tunnel}, {@link dev.slipway.door.relay.tunnel.StreamBytes},
 * {@link dev.slipway.door.relay.tunnel.Hello}.
 */
@NullMarked
package dev.slipway.door.relay.tunnel;

import org.jspecify.annotations.NullMarked;
