package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stands between a format and a sink, and holds every rule that does not depend on the format. */
final class Intake {
    private final ArchiveLimits limits;
    private final long bytesMax;
    private final EntrySink sink;
    private final Set<String> named = new HashSet<>();
    private final Set<String> directories = new HashSet<>();
    private final Set<String> filePaths = new HashSet<>();
    private final List<ArchiveSummary.PackedFile> files = new ArrayList<>();
    private long bytes;
    private int entries;

    Intake(ArchiveLimits limits, long packedBytes, EntrySink sink) {
        this.limits = limits;
        this.bytesMax = limits.unpackedBytesOf(packedBytes);
        this.sink = sink;
    }

    /** A directory; the archive's own root ({@code ./}) is nothing new. */
    void directory(String name) throws IOException {
        count();
        String path = EntryPath.clean(name, limits.pathBytes());
        if (!path.isEmpty()) {
            once(path);
            makeDirectories(path);
        }
    }

    void file(String name, boolean executable, InputStream content) throws IOException {
        count();
        String path = EntryPath.clean(name, limits.pathBytes());
        if (path.isEmpty() || directories.contains(path)) {
            throw new ArchiveRefused(Reason.PATH, "'" + name + "' is a file where a directory stands");
        }
        once(path);
        filePaths.add(path);
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            makeDirectories(path.substring(0, slash));
        }
        long before = bytes;
        sink.file(path, executable, new Counted(content));
        files.add(new ArchiveSummary.PackedFile(path, bytes - before, executable));
    }

    ArchiveSummary summary() {
        return new ArchiveSummary(files, bytes);
    }

    /** Refuses a length that is announced, before anything is read of it. */
    void announce(long length) {
        if (length > bytesMax - bytes) {
            throw new ArchiveRefused(Reason.BOMB, "more than " + bytesMax + " bytes unpacked");
        }
    }

    private void count() {
        if (++entries > limits.entries()) {
            throw new ArchiveRefused(Reason.BOMB, "more than " + limits.entries() + " entries");
        }
    }

    private void once(String path) {
        if (!named.add(path)) {
            throw new ArchiveRefused(Reason.PATH, "'" + path + "' comes twice");
        }
    }

    private void makeDirectories(String path) throws IOException {
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String directory = end < 0 ? path : path.substring(0, end);
            if (!directories.contains(directory)) {
                if (filePaths.contains(directory)) {
                    throw new ArchiveRefused(Reason.PATH, "'" + directory + "' is a file and a directory");
                }
                directories.add(directory);
                sink.directory(directory);
            }
            if (end < 0) {
                return;
            }
        }
    }

    /** Counts what is unpacked and ends a bomb while it unfolds. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            take(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int taken = super.read(buffer, offset, length);
            take(Math.max(taken, 0));
            return taken;
        }

        private void take(int more) {
            announce(more);
            bytes += more;
        }
    }
}
