package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a {@code .tar.gz} or {@code .zip}, told apart by its first bytes, entry by entry. */
public final class ArchiveReader {
    private ArchiveReader() {}

    /**
     * Unpacks {@code archive} into {@code emptyDirectory} and flushes every file and directory to the disk, so that a
     * following rename is durable. After any failure the directory is empty again.
     *
     * @throws ArchiveRefused if the archive breaks a rule or a limit
     * @throws IOException if the disk cannot be read or written, full included
     */
    public static ArchiveSummary unpack(Path archive, Path emptyDirectory, ArchiveLimits limits) throws IOException {
        var sink = new DiskSink(emptyDirectory);
        boolean done = false;
        try {
            ArchiveSummary summary = read(archive, limits, sink);
            sink.flush();
            done = true;
            return summary;
        } finally {
            if (!done) {
                sink.clear();
            }
        }
    }

    /**
     * Reads all of {@code archive} by the same rules and writes nothing.
     *
     * @throws ArchiveRefused if the archive breaks a rule or a limit
     * @throws IOException if it cannot be read
     */
    public static ArchiveSummary inspect(Path archive, ArchiveLimits limits) throws IOException {
        return read(archive, limits, new EntrySink() {
            @Override
            public void directory(String path) {
                // Nothing to make: the rules were checked before.
            }

            @Override
            public void file(String path, boolean executable, InputStream content) throws IOException {
                content.transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    private static ArchiveSummary read(Path archive, ArchiveLimits limits, EntrySink sink) throws IOException {
        var intake = new Intake(limits, Files.size(archive), sink);
        try {
            byte[] start = start(archive);
            if (start[0] == 0x1f && start[1] == (byte) 0x8b) {
                try (InputStream in = Files.newInputStream(archive);
                        var unzipped = new GZIPInputStream(new BufferedInputStream(in), 64 << 10)) {
                    new TarStream(new BufferedInputStream(unzipped, 64 << 10), intake).read();
                }
            } else if (start[0] == 'P' && start[1] == 'K') {
                ZipArchive.read(archive, intake);
            } else {
                throw new ArchiveRefused(Reason.FORMAT, "the first bytes are those of another format");
            }
        } catch (EOFException e) {
            throw new ArchiveRefused(Reason.TRUNCATED, "the archive ends too early");
        } catch (ZipException e) {
            throw new ArchiveRefused(Reason.FORMAT, "broken: " + e.getMessage());
        }
        return intake.summary();
    }

    private static byte[] start(Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            byte[] start = in.readNBytes(2);
            if (start.length < 2) {
                throw new EOFException("no two bytes");
            }
            return start;
        }
    }
}
