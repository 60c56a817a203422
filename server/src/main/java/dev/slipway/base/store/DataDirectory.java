package dev.slipway.base.store;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one directory a server keeps everything in, held by one process at a time through an exclusive lock on
 * {@code server.lock}. The lock ends with the process, however it ends, so nothing stale can shut a server out.
 *
 * <p>Layout: {@code postgres/} the bundled database, {@code artifacts/} content-addressed files, {@code keys/} signing
 * keys, {@code secrets.key} what seals values at rest, {@code admin.token} the local command line's token.
 */
public final class DataDirectory implements AutoCloseable {
    /**
     * Directories held by this process. POSIX drops all locks of a process on a file as soon as it closes any
     * descriptor of that file (fcntl(2), "record locks"), so a second opening here must not touch the lock file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the directory when it is missing and takes its lock. A new or empty directory may be passed through by
     * others (0711), because root runs the bundled database as another user; an inhabited one keeps its mode.
     *
     * @throws Refusal {@code data.in-use} another server holds it; {@code data.not-writable} it cannot be written
     */
    public static DataDirectory open(Path path) {
        try {
            Path root = created(path.toAbsolutePath().normalize());
            if (!HELD.add(root)) {
                throw inUse(root, String.valueOf(ProcessHandle.current().pid()));
            }
            try {
                return new DataDirectory(root, locked(root));
            } catch (IOException | RuntimeException refused) {
                HELD.remove(root);
                throw refused;
            }
        } catch (IOException notWritable) {
            throw new Refusal(
                    "data.not-writable",
                    "The data directory " + path + " cannot be used (" + notWritable
                            + "): give this user the right to write it, or choose another with --data.");
        }
    }

    private static Path created(Path path) throws IOException {
        Files.createDirectories(path);
        Path root = path.toRealPath();
        boolean empty;
        try (var entries = Files.newDirectoryStream(root)) {
            empty = !entries.iterator().hasNext();
        }
        if (empty) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        }
        for (String name : new String[] {"artifacts", "keys"}) {
            if (!Files.isDirectory(root.resolve(name))) {
                Files.createDirectory(root.resolve(name), OwnerOnly.DIRECTORY);
            }
        }
        return root;
    }

    private static FileChannel locked(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("server.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.FILE);
        if (channel.tryLock() == null) {
            try (channel) {
                ByteBuffer holder = ByteBuffer.allocate(20);
                channel.read(holder, 0);
                throw inUse(
                        root,
                        StandardCharsets.US_ASCII
                                .decode(holder.flip())
                                .toString()
                                .strip());
            }
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
        return channel;
    }

    private static Refusal inUse(Path root, String process) {
        return new Refusal(
                "data.in-use",
                "Process " + process + " already serves the data directory " + root
                        + ": stop it, or choose another directory with --data.");
    }

    /** The directory itself, absolute, links resolved. */
    public Path root() {
        return root;
    }

    /** Where the bundled database keeps its files. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Where artifacts stand, by their SHA-256. */
    public Path artifacts() {
        return root.resolve("artifacts");
    }

    /** Where signing keys stand. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** The keys that seal values at rest, unless the configuration names another file. */
    public Path secretsKey() {
        return root.resolve("secrets.key");
    }

    /** The token that the local command line reads. */
    public Path adminToken() {
        return root.resolve("admin.token");
    }

    /** Gives the lock back. The file stays: removing it would let two processes lock two files of one name. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            HELD.remove(root);
        }
    }
}
