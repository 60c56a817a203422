package dev.slipway.base.store.files;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.store.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** One file on its way in: written, hashed and put on disk in a single pass; gone when closed unless moved away. */
final class Incoming implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Less room than this when a write fails means that the disk is full, in whatever language it says so. */
    private static final long ROOM_BYTES_MIN = 1 << 20;

    private final Path file;
    private final long lengthMax;

    Incoming(Path file, long lengthMax) {
        this.file = file;
        this.lengthMax = lengthMax;
    }

    Path file() {
        return file;
    }

    /** Takes the stream to its end; at most one byte more than the limit is read from it. */
    ArtifactDigest take(InputStream bytes) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        try (FileChannel out = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.FILE)) {
            int count;
            while ((count = bytes.read(buffer, 0, upTo(lengthMax - length))) >= 0) {
                length += count;
                if (length > lengthMax) {
                    throw new Refusal(
                            "artifact.too-large",
                            "The file is longer than " + lengthMax
                                    + " bytes: publish a smaller one, or raise the limit.");
                }
                sha256.update(buffer, 0, count);
                write(out, ByteBuffer.wrap(buffer, 0, count));
            }
            force(out);
        }
        return new ArtifactDigest(HexFormat.of().formatHex(sha256.digest()), length);
    }

    private static int upTo(long left) {
        return (int) Math.min(BUFFER_BYTES, left + 1);
    }

    private void write(FileChannel out, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException failure) {
            throw refusedIfFull(failure);
        }
    }

    private void force(FileChannel out) throws IOException {
        try {
            out.force(true);
        } catch (IOException failure) {
            throw refusedIfFull(failure);
        }
    }

    private IOException refusedIfFull(IOException failure) throws IOException {
        boolean saysSo = String.valueOf(failure.getMessage()).matches(".*(No space left|[Qq]uota exceeded).*");
        if (saysSo || Files.getFileStore(file).getUsableSpace() < ROOM_BYTES_MIN) {
            throw new Refusal(
                    "artifact.no-space",
                    "The disk of the data directory is full: make room (unreferenced artifacts go by themselves"
                            + " after a day) and publish again.");
        }
        return failure;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
