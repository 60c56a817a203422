package dev.slipway.bootloader.fake;

import dev.slipway.bootloader.Bootloader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Bootloader as a process of its own, in a directory of its own. */
public record Program(Path directory) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public Path home() {
        return directory.resolve("home");
    }

    /** Starts it; what it says goes to {@code output.log}. */
    public Process start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes().toString(),
                Bootloader.class.getName(),
                "--home",
                home().toString(),
                "--yes"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().putAll(Map.of("SLIPWAY_PASSWORD", "secret"));
        return builder.start();
    }

    /** Runs it to its end and gives the exit status. */
    public int run(String... words) throws IOException, InterruptedException {
        Process process = start(words);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("it did not end: " + said());
        }
        return process.exitValue();
    }

    public String said() throws IOException {
        return Files.exists(output()) ? Files.readString(output()) : "";
    }

    private Path output() {
        return directory.resolve("output.log");
    }

    private static Path classes() {
        try {
            return Path.of(Bootloader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
