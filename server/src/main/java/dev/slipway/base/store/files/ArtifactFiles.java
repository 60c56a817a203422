package dev.slipway.base.store.files;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.store.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Artifacts as files {@code ab/cdef...}, the SHA-256 split after two digits. A file is written under {@code incoming/}
 * in the same file system, put on disk, renamed, and the directory is put on disk; so a name always means complete
 * bytes, wherever a run is cut. The directory belongs to one process, which the lock of the data directory sees to.
 */
public final class ArtifactFiles implements ArtifactBytes {
    private static final int FOLDER_DIGITS = 2;

    private final Path root;
    private final Path incoming;
    private final InstantSource clock;
    private final AtomicLong names = new AtomicLong();

    /** Held while a file appears or disappears, so that bytes put again are not removed as old at the same moment. */
    private final ReentrantLock naming = new ReentrantLock();

    private ArtifactFiles(InstantSource clock, Path root) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.clock = clock;
    }

    /** Opens the directory and sweeps what an interrupted run left behind. */
    public ArtifactFiles(Path root, InstantSource clock) {
        this(clock, root);
        try {
            folder(incoming);
            for (Path leftover : list(incoming)) {
                Files.delete(leftover);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files of a directory that another process holds: only to be found, since the uploads in it are not ours. */
    public static ArtifactBytes heldByAnother(Path root, InstantSource clock) {
        return new ArtifactFiles(clock, root);
    }

    @Override
    public ArtifactDigest put(InputStream bytes, long lengthMax) throws IOException {
        try (Incoming file = incoming(lengthMax)) {
            ArtifactDigest digest = file.take(bytes);
            keep(file.file(), digest);
            return digest;
        }
    }

    @Override
    public void put(InputStream bytes, ArtifactDigest announced) throws IOException {
        try (Incoming file = incoming(announced.length())) {
            ArtifactDigest digest = taken(file, bytes);
            if (!digest.equals(announced)) {
                throw changed();
            }
            keep(file.file(), digest);
        }
    }

    @Override
    public Optional<Path> find(String sha256) {
        return Optional.of(sha256)
                .filter(ArtifactDigest::isSha256)
                .map(this::path)
                .filter(Files::isRegularFile);
    }

    @Override
    public int removeUnreferenced(Predicate<String> referenced, Duration grace) {
        FileTime oldest = FileTime.from(clock.instant().minus(grace));
        int count = 0;
        try {
            for (String sha256 : all()) {
                count += !referenced.test(sha256) && removedIfBefore(path(sha256), oldest) ? 1 : 0;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return count;
    }

    private Incoming incoming(long lengthMax) {
        return new Incoming(incoming.resolve(String.valueOf(names.incrementAndGet())), lengthMax);
    }

    /** A stream longer than announced is a changed one, not a large one. */
    private static ArtifactDigest taken(Incoming file, InputStream bytes) throws IOException {
        try {
            return file.take(bytes);
        } catch (Refusal refusal) {
            throw refusal.code().equals("artifact.too-large") ? changed() : refusal;
        }
    }

    private static Refusal changed() {
        return new Refusal(
                "artifact.changed",
                "The bytes are not those that were announced: send the file again from its source.");
    }

    private void keep(Path file, ArtifactDigest digest) throws IOException {
        Path target = path(digest.sha256());
        naming.lock();
        try {
            folder(target.resolveSibling("."));
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            naming.unlock();
        }
        OwnerOnly.force(target.resolveSibling("."));
    }

    private boolean removedIfBefore(Path file, FileTime oldest) throws IOException {
        naming.lock();
        try {
            return Files.getLastModifiedTime(file).compareTo(oldest) < 0 && Files.deleteIfExists(file);
        } finally {
            naming.unlock();
        }
    }

    private List<String> all() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path folder : list(root)) {
            for (Path file : folder.equals(incoming) ? List.<Path>of() : list(folder)) {
                names.add(folder.getFileName().toString() + file.getFileName());
            }
        }
        return names.stream().filter(ArtifactDigest::isSha256).toList();
    }

    private Path path(String sha256) {
        return root.resolve(sha256.substring(0, FOLDER_DIGITS), sha256.substring(FOLDER_DIGITS));
    }

    private void folder(Path folder) throws IOException {
        Path normal = folder.normalize();
        if (!Files.isDirectory(normal)) {
            Files.createDirectory(normal, OwnerOnly.DIRECTORY);
            OwnerOnly.force(root);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
