package dev.slipway.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real softphone in a process of its own, with a home directory of its own. */
final class Softphone implements AutoCloseable {
    private final Process process;

    private Softphone(Process process) {
        this.process = process;
    }

    /** Whether this program is installed. */
    static boolean isInstalled(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program));
    }

    /** Starts it; what it prints goes into {@code softphone.log} of its home. */
    static Softphone start(Path home, List<String> command) {
        try {
            Files.createDirectories(home.resolve(".local/share/linphone"));
            Files.createDirectories(home.resolve(".config/linphone"));
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("softphone.log").toFile()));
            builder.environment().putAll(Map.of("HOME", home.toString()));
            return new Softphone(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says a line to it. */
    void say(String line) {
        try {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a person would, so that it keeps its configuration. */
    void quit() {
        say("quit");
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
