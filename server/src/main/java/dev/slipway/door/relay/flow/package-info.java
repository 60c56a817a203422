/**
 * Carries bytes between a device and where it belongs, on event loops. Comes in: accepted connections. Goes out: the
 * bytes as they came, to one destination a connection, or a request. Never: a thread that waits, more than a bounded
 * number of bytes in memory for one connection, a byte changed but for what only somebody trusted may send.
 *
 * <p>A Front is one accepted connection. What it does is its talk: first
 * opening, then HTTP or raw. A leg is a connection made for it. Each side is read only while the other takes what is
 * written (back-pressure), and its end is passed on as an end, its failure as a failure.
 *
 * <p>Read first: {@link dev.slipway.door.relay.flow.RelayListener}, {@link dev.slipway.door.relay.flow.Desk}, then
 * Front and
 * HttpTalk.
 */
@NullMarked
package dev.slipway.door.relay.flow;

import org.jspecify.annotations.NullMarked;
