/**
 * The relay beside other proxies: the same backend, the same loads, in one run.
 *
 * <p>Comes in: how long, how many rounds. Goes out: CPU time per request, per new connection and per MB, added latency
 * and memory per idle connection of each, as rows of {@code docs/benchmarks.md} (DESIGN section 6). Never: a proxy that
 * did less than pass the same requests to the same backend.
 *
 * <p>Read first: {@link dev.slipway.bench.relay.Steered}, {@link dev.slipway.bench.relay.Kind}.
 */
@NullMarked
package dev.slipway.bench.relay;

import org.jspecify.annotations.NullMarked;
