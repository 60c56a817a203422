package dev.slipway.bootloader.install;

import dev.slipway.bootloader.home.Durable;
import dev.slipway.bootloader.outcome.Refusal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs the scripts of releases, each within a time limit, all output in one log. When the time is over the whole tree
 * of processes is asked to end and 10 seconds later ended; a script that outlived a killed Bootloader is ended at the
 * next start, before its release is rolled back. Of the Bootloader's own variables, the password above all, a script
 * sees none.
 */
final class Scripts {
    /** The usual limit of one script. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path log;
    private final Path running;
    private final Duration limit;
    private final Duration grace;

    /** Output goes to {@code log}; {@code running} names the process for the next start. */
    Scripts(Path log, Path running, Duration limit) {
        this.log = log;
        this.running = running;
        this.limit = limit;
        this.grace = limit.compareTo(GRACE) < 0 ? limit : GRACE;
    }

    /** The script of that name in {@code directory}, in the spelling of this platform. */
    static Optional<Path> find(Path directory, String name) {
        boolean windows = directory.getFileSystem().getSeparator().equals("\\");
        List<String> spellings = windows ? List.of(".cmd", ".bat") : List.of("", ".sh");
        return spellings.stream()
                .map(ending -> directory.resolve(name + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Runs {@code script} in its own directory; refuses with {@code install.timed-out} or
     * {@code install.script-failed}.
     */
    void run(Path script, Map<String, String> environment) throws IOException {
        run(command(script), Durable.directoryOf(script), environment);
    }

    /** Runs a program in {@code directory}, with the same refusals. */
    void run(List<String> command, Path directory, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SLIPWAY_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        remember(process.toHandle());
        try {
            await(process, command);
        } finally {
            Files.deleteIfExists(running);
        }
    }

    /** Ends the script that a killed Bootloader left behind, if it is still that process. */
    void endLeftOver() throws IOException {
        if (!Files.exists(running)) {
            return;
        }
        String[] words = Files.readString(running, StandardCharsets.US_ASCII).split("\\s+");
        if (words.length >= 2 && words[0].matches("[0-9]{1,18}")) {
            Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> started(process).equals(words[1]));
            if (left.isPresent()) {
                end(left.get());
            }
        }
        Files.deleteIfExists(running);
    }

    private static List<String> command(Path script) {
        String path = script.toAbsolutePath().toString();
        if (path.endsWith(".cmd") || path.endsWith(".bat")) {
            return List.of("cmd.exe", "/c", path);
        }
        return Files.isExecutable(script) ? List.of(path) : List.of("/bin/sh", path);
    }

    private void remember(ProcessHandle process) throws IOException {
        Durable.replace(running, (process.pid() + " " + started(process)).getBytes(StandardCharsets.US_ASCII));
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private void await(Process process, List<String> command) throws IOException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process.toHandle());
                throw Refusal.check(
                        "install.timed-out",
                        command.get(command.size() - 1) + " ran longer than " + limit.toSeconds()
                                + " s and was ended; see " + log + ".");
            }
        } catch (InterruptedException e) {
            end(process.toHandle());
            throw (IOException) new InterruptedIOException("interrupted in a script").initCause(e);
        }
        if (process.exitValue() != 0) {
            throw Refusal.check(
                    "install.script-failed",
                    command.get(command.size() - 1) + " ended with " + process.exitValue() + "; see " + log + ".");
        }
    }

    /** The tree is read before its root dies: orphans have another parent. */
    private void end(ProcessHandle root) {
        List<ProcessHandle> tree =
                Stream.concat(root.descendants(), Stream.of(root)).toList();
        tree.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger("dev.slipway.bootloader.install")
                    .log(System.Logger.Level.WARNING, "script.killed process={0}", root.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tree.forEach(ProcessHandle::destroyForcibly);
    }
}
