package dev.slipway.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * CPU time of a process and of its living descendants: user and system, in ticks of 10 ms (proc(5), {@code stat}).
 *
 * @param besides threads whose name begins so are left out; empty: none
 */
public record CpuTime(ProcessHandle process, String besides) {
    private static final int TICK_MILLIS = 10;

    /** Fields of {@code stat} after the name: user and system time. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    /** Of all its threads. */
    public CpuTime(ProcessHandle process) {
        this(process, "");
    }

    public Duration used() {
        Duration all = Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        return besides.isEmpty() ? all : all.minusMillis(leftOutMillis());
    }

    private long leftOutMillis() {
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> all = Files.list(tasks)) {
            return all.mapToLong(this::leftOutMillis).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long leftOutMillis(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int end = stat.lastIndexOf(')');
            if (!stat.startsWith(besides, stat.indexOf('(') + 1)) {
                return 0;
            }
            String[] fields = stat.substring(end + 2).split(" ");
            return TICK_MILLIS * (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]));
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
