package dev.slipway.base.store.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server wrote into {@code postmaster.pid} (PostgreSQL source, {@code utils/pidfile.h}).
 *
 * @param process the server, alive when the file was read
 * @param port where it listens
 */
record PostmasterFile(ProcessHandle process, int port) {
    private static final int LINE_PORT = 3;
    private static final int LINE_STATUS = 7;

    /**
     * Reads the file of a database directory for who holds it. Empty when there is none, or when it is stale: then it
     * is removed, because PostgreSQL would take any live process of that number for itself.
     */
    static Optional<PostmasterFile> read(Path postgres) {
        Optional<PostmasterFile> live = find(postgres);
        if (live.isEmpty()) {
            try {
                Files.deleteIfExists(file(postgres));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return live;
    }

    /**
     * The same for anybody, changing nothing. A file is stale when the process it names is gone or is another program
     * that got the number since.
     */
    static Optional<PostmasterFile> find(Path postgres) {
        try {
            List<String> lines = Files.readAllLines(file(postgres));
            return number(lines, 0)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> worksIn(process, postgres))
                    .map(process -> new PostmasterFile(
                            process, number(lines, LINE_PORT).orElse(0L).intValue()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the server that starts on this directory takes connections; a stale file must be gone before. */
    static boolean isReady(Path postgres) {
        try {
            List<String> lines = Files.readAllLines(file(postgres));
            return lines.size() > LINE_STATUS && lines.get(LINE_STATUS).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path file(Path postgres) {
        return postgres.resolve("postmaster.pid");
    }

    /** The command line is readable to all, unlike the working directory: {@code postgres -D DIRECTORY}. */
    private static boolean worksIn(ProcessHandle process, Path postgres) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"), ISO_8859_1);
            String directory = new String(postgres.toString().getBytes(UTF_8), ISO_8859_1);
            return List.of(line.split("\0", -1)).contains(directory);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<Long> number(List<String> lines, int index) {
        boolean there = lines.size() > index && lines.get(index).strip().matches("\\d{1,9}");
        return there ? Optional.of(Long.parseLong(lines.get(index).strip())) : Optional.empty();
    }
}
