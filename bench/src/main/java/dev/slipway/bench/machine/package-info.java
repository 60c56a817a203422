/**
 * What a load run needs of the machine: programs to run, CPU time to read, free ports, a place to write.
 *
 * <p>Comes in: command lines, process ids. Goes out: what programs said, CPU time in ticks of 10 ms (proc(5)). Never:
 * a process that it did not start, a figure of wall time.
 *
 * <p>Read first: {@link dev.slipway.bench.machine.CpuTime}, {@link dev.slipway.bench.machine.Command},
 * {@link dev.slipway.bench.machine.Ground}.
 */
@NullMarked
package dev.slipway.bench.machine;

import org.jspecify.annotations.NullMarked;
