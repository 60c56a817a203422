package dev.slipway.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** CPU time of a process and of its living descendants: user and system, in ticks of 10 ms (proc(5), {@code stat}). */
record CpuTime(ProcessHandle process) {
    Duration used() {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
