package dev.slipway.app.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The real Bootloader in a process of its own; every line that it prints is shown as the device's. */
final class DeviceProcess implements AutoCloseable {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    private final Process process;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread reading;

    private DeviceProcess(Process process, Stage stage) {
        this.process = process;
        this.reading = Thread.ofVirtual()
                .start(() -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {
                    stage.say("  device | " + line);
                    lines.add(line);
                }));
    }

    /** The device's program and where it keeps its things. */
    record Machine(Path java, Path jar, Path home) {
        /** Starts {@code bootloader WORDS...}. */
        DeviceProcess start(Stage stage, Map<String, String> environment, List<String> words) {
            List<String> command = new ArrayList<>(
                    List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString()));
            command.addAll(List.of("--home", home.toString(), "--yes"));
            command.addAll(words);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            try {
                Process process = builder.start();
                process.getOutputStream().close();
                return new DeviceProcess(process, stage);
            } catch (IOException e) {
                throw new StoryFailed("the Bootloader did not start", e);
            }
        }
    }

    /** Waits until it printed a line with {@code words}. */
    void expect(String words, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        for (String line = next(deadline); !line.contains(words); line = next(deadline)) {
            if (line.isEmpty() && !process.isAlive() && lines.isEmpty()) {
                throw new StoryFailed("the device ended without saying \"" + words + "\"");
            }
        }
    }

    private String next(long deadline) {
        try {
            long left = deadline - System.nanoTime();
            String line = lines.poll(Math.min(left, TimeUnit.MILLISECONDS.toNanos(200)), TimeUnit.NANOSECONDS);
            if (line == null && left <= 0) {
                throw new StoryFailed("the device did not get there in time");
            }
            return line == null ? "" : line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted", e);
        }
    }

    /** Waits until it ended by itself, and well. */
    void end() {
        try {
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new StoryFailed("the Bootloader did not end within " + ENDS_WITHIN.toSeconds() + " s");
            }
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new StoryFailed("the Bootloader ended with " + process.exitValue());
        }
    }

    /** Asks it to end, as an operating system would, and lets it say its last words. */
    @Override
    public void close() {
        process.toHandle().destroy();
        process.onExit()
                .orTimeout(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
