/**
 * Load runs beside the peers: the same bytes, the same machine, one after the other.
 *
 * <p>In: a running server and a running peer. Out: figures with the command that made them, for
 * {@code docs/benchmarks.md}.
 *
 * <p>Never: runs as a part of the build, or is named by the server.
 */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
