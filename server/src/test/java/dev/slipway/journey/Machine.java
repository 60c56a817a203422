package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This machine as a device: the Bootloader's jar in a process of its own, with a home directory of its own.
 *
 * @param jar the program
 * @param home where it keeps everything
 * @param password what it logs on with when asked for nothing
 */
record Machine(Path jar, Path home, String password) {
    private static final int ENDS_WITHIN_SECONDS = 90;

    /** The jar as it was built, in {@code home}. */
    static Machine in(Path home, String password) {
        return new Machine(Programs.root().resolve("bootloader/target/bootloader.jar"), home, password);
    }

    /** How a command ended, and all it printed. */
    record Ran(int exit, String text) {}

    /** Runs a command to its end. */
    Ran run(String... words) {
        try (Running running = start(words)) {
            String text = running.rest();
            return new Ran(running.exit(), text);
        }
    }

    /** Runs a command that must succeed. */
    Ran done(String... words) {
        Ran ran = run(words);
        assertThat(ran.exit()).as(ran.text()).isZero();
        return ran;
    }

    /** Logs on by a message and does what the first bundle says. */
    Ran follow(String login, String message) {
        return done("--login", login, message);
    }

    /** Starts a command that stays. */
    Running start(String... words) {
        var all = new ArrayList<>(List.of("--home", home.toString(), "--yes"));
        all.addAll(List.of(words));
        var builder = new ProcessBuilder(Programs.jar(jar, all)).redirectErrorStream(true);
        builder.environment().put("SLIPWAY_PASSWORD", password);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new Running(process, process.inputReader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of an installed application. */
    String installed(String application, String file) {
        return text("apps/" + application + "/current/" + file);
    }

    /** Whether an application stands here. */
    boolean has(String application) {
        return Files.exists(home.resolve("apps").resolve(application).resolve("current"));
    }

    /** A file below the home. */
    String text(String file) {
        try {
            return Files.readString(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says of itself. */
    JsonNode status() {
        return JsonMapper.shared().readTree(done("status", "-o", "json").text());
    }

    /** A Bootloader at work. */
    record Running(Process process, BufferedReader output) implements AutoCloseable {
        /** Reads on until a line holds {@code words}; its end before that fails. */
        void expect(String words) {
            var read = new ArrayList<String>();
            try {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    read.add(line);
                    if (line.contains(words)) {
                        return;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new AssertionError("it never said \"" + words + "\" but " + read);
        }

        /** All lines until it ends. */
        String rest() {
            return String.join("\n", output.lines().toList());
        }

        int exit() {
            return process.onExit()
                    .orTimeout(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .exitValue();
        }

        /** Asks it to end, as an operating system would. */
        @Override
        public void close() {
            process.destroy();
            exit();
        }
    }
}
