/**
 * A load of requests, and servers that bear it in turn.
 *
 * <p>Comes in: an address, requests, how many connections. Goes out: what was answered, and the CPU time it took, the
 * middle of several rounds. Never: a server started.
 *
 * <p>Read first: {@link dev.slipway.bench.load.Load}, {@link dev.slipway.bench.load.Duel}.
 */
@NullMarked
package dev.slipway.bench.load;

import org.jspecify.annotations.NullMarked;
