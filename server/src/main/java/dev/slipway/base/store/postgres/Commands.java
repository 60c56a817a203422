package dev.slipway.base.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs commands to their end, within a limit, in a bare environment (no PG* variable of ours may change what a command
 * does), output appended to a log file. A pipe would not do: the server that
 * {@code pg_ctl} leaves behind keeps it open.
 *
 * @param prefix what stands before every command
 * @param log where the output goes
 */
record Commands(List<String> prefix, Path log) {
    /** {@code initdb} takes 1.5 s on two idle cores, recovery after a crash may take longer. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final long LOOK_MILLIS = 5;
    private static final int LAST_BYTES_MAX = 2_000;

    /** Runs commands as the user of this process. */
    static Commands plain(Path log) {
        return new Commands(List.of(), log);
    }

    /**
     * How a command ended.
     *
     * @param exit its exit code
     * @param lastLines the end of what it wrote, at most 2,000 bytes
     */
    record Outcome(int exit, String lastLines) {}

    /** Waits for the command; past the limit it is killed, which is a fault. */
    Outcome run(String... command) {
        return runUntil(() -> false, command);
    }

    /** The same, but returns as soon as {@code done} is true, as if the command had succeeded; it ends by itself. */
    Outcome runUntil(BooleanSupplier done, String... command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(command));
        try {
            long start = Files.exists(log) ? Files.size(log) : 0;
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().clear();
            builder.environment().putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C", "TZ", "UTC"));
            Process process = builder.start();
            long limit = System.nanoTime() + LIMIT.toNanos();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (done.getAsBoolean()) {
                    return new Outcome(0, "");
                }
                if (System.nanoTime() > limit) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command[0] + " did not end within " + LIMIT + ": " + tail(start));
                }
            }
            return new Outcome(process.exitValue(), tail(start));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command[0] + " ran", stopped);
        }
    }

    /** As {@link #run}, where anything but success is a fault that carries the last lines. */
    void require(String... command) {
        Outcome outcome = run(command);
        if (outcome.exit() != 0) {
            throw new IllegalStateException(command[0] + " ended with " + outcome.exit() + ": " + outcome.lastLines());
        }
    }

    private String tail(long start) throws IOException {
        try (FileChannel channel = FileChannel.open(log)) {
            ByteBuffer bytes = ByteBuffer.allocate(LAST_BYTES_MAX);
            channel.read(bytes, Math.max(start, channel.size() - LAST_BYTES_MAX));
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        }
    }
}
