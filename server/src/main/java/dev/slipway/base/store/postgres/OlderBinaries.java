package dev.slipway.base.store.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The programs of other versions beside those in use, and what cut starts left of them.
 *
 * <p>One is removed when no process runs from it and no start has claimed it for an hour. A start claims its directory
 * by touching it before it uses it; claim and removal (a rename, then the deletion) exclude each other by a lock on a
 * file of the cache, so a start finds its directory whole or gone, and between its claim and its running server lies
 * less than that hour. Those who share a cache share the list of processes: give each container a cache of its own.
 *
 * @param current the directory in use
 */
record OlderBinaries(Path current) {
    /** A start waits at most two minutes for each of a few commands. */
    static final Duration UNCLAIMED_FOR = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(OlderBinaries.class.getPackageName());

    /** A lock of a file excludes other processes only. */
    private static final ReentrantLock HERE = new ReentrantLock();

    /** Of a version, and of one that was being unpacked. */
    private static final String NAME = "postgres-[0-9a-f]{16}(-\\w+)?";

    /** What follows the name of one that is being removed. */
    private static final String DOOMED = ".doomed";

    private static final String DOOMED_NAME = NAME + "\\" + DOOMED;

    static OlderBinaries beside(Path current) {
        return new OlderBinaries(current);
    }

    /** Keeps the directory in use from the sweeps of others; false when it must be unpacked first. */
    boolean claimed() {
        try {
            return locked(now -> {
                boolean there = Files.isDirectory(current);
                if (there) {
                    Files.setLastModifiedTime(current, now);
                }
                return there;
            });
        } catch (IOException notOurs) {
            LOG.log(System.Logger.Level.DEBUG, "postgres.not-claimed directory={0} reason={1}", current, notOurs);
            return Files.isDirectory(current);
        }
    }

    /** Removes what nobody uses; what cannot be removed stays, and is tried again at the next start. */
    void sweep() {
        try {
            remove(others(DOOMED_NAME));
            remove(locked(this::doomed));
        } catch (IOException | UncheckedIOException stays) {
            LOG.log(System.Logger.Level.DEBUG, "postgres.older-stays reason={0}", stays);
        }
    }

    private static void remove(List<Path> directories) throws IOException {
        for (Path directory : directories) {
            LOG.log(System.Logger.Level.INFO, "postgres.older-removed directory={0}", directory);
            Binaries.remove(directory);
        }
    }

    /** Takes their names from those that nobody uses. */
    private List<Path> doomed(FileTime now) throws IOException {
        List<Path> others = others(NAME);
        List<String> running = others.isEmpty() ? List.of() : running();
        var doomed = new ArrayList<Path>();
        for (Path other : others) {
            String inside = new String((other + "/").getBytes(UTF_8), ISO_8859_1);
            Instant claimed = Files.getLastModifiedTime(other).toInstant();
            if (claimed.plus(UNCLAIMED_FOR).isBefore(now.toInstant())
                    && running.stream().noneMatch(program -> program.startsWith(inside))) {
                Path without = other.resolveSibling(other.getFileName() + DOOMED);
                doomed.add(Files.move(other, without, StandardCopyOption.ATOMIC_MOVE));
            }
        }
        return doomed;
    }

    private List<Path> others(String name) throws IOException {
        try (Stream<Path> all = Files.list(current.getParent())) {
            return all.filter(one -> one.getFileName().toString().matches(name))
                    .filter(one -> !one.equals(current))
                    .filter(one -> Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    /** The program of every process: the first word of its command line, which all may read. */
    private static List<String> running() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .map(OlderBinaries::program)
                    .toList();
        }
    }

    private static String program(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), ISO_8859_1).split("\0", 2)[0];
        } catch (IOException gone) {
            return "";
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T at(FileTime now) throws IOException;
    }

    /** Alone in this directory, at the time of its file system: what writing a byte there leaves. */
    private <T> T locked(Work<T> work) throws IOException {
        Path file = current.resolveSibling("postgres.lock");
        HERE.lock();
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE);
                var _ = channel.lock()) {
            channel.write(ByteBuffer.allocate(1), 0);
            return work.at(Files.getLastModifiedTime(file));
        } finally {
            HERE.unlock();
        }
    }
}
