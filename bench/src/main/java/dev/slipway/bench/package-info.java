/**
 * Load runs beside the peers: the same bytes, the same machine, one after the other.
 *
 * <p>Comes in: how many devices, how long, which work. Goes out: CPU time per operation of the server and of nginx,
 * with their ratio, as rows of {@code docs/benchmarks.md} (DESIGN section 6). Wall time is not reported where CPU time
 * can be: it swings with whatever else the machine does. Never: runs as a part of the build, or is named by the server.
 *
 * <p>Read first: {@link dev.slipway.bench.Bench}, {@link dev.slipway.bench.load.Duel},
 * {@link dev.slipway.bench.Seeding}.
 */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
