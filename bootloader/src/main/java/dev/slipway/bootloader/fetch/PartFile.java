package dev.slipway.bootloader.fetch;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.slipway.bootloader.home.Durable;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import dev.slipway.bootloader.protocol.trust.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The bytes of one artifact that have arrived so far, and their end: a whole file of the right hash. */
final class PartFile {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Path part;
    private final Path whole;
    private final ArtifactRef artifact;

    PartFile(Path directory, ArtifactRef artifact) {
        this.part = directory.resolve(artifact.sha256() + ".part");
        this.whole = directory.resolve(artifact.sha256());
        this.artifact = artifact;
    }

    Path whole() {
        return whole;
    }

    /** How many bytes are there; more than the artifact has are none. */
    long size() throws IOException {
        if (!Files.exists(part)) {
            return 0;
        }
        long size = Files.size(part);
        if (size > artifact.length()) {
            discard();
            return 0;
        }
        return size;
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
    }

    /** Whether the finished file is there with the right content; a spoilt one is removed. */
    boolean complete() throws IOException {
        if (!Files.exists(whole)) {
            return false;
        }
        boolean good = Files.size(whole) == artifact.length() && hash(whole).equals(artifact.sha256());
        if (!good) {
            Files.delete(whole);
        }
        return good;
    }

    /** Makes the part the finished file if its content is right; else removes it. */
    boolean finish() throws IOException {
        boolean good = size() == artifact.length() && hash(part).equals(artifact.sha256());
        if (good) {
            Durable.move(part, whole);
        } else {
            discard();
        }
        return good;
    }

    /** Opens the part for bytes from {@code offset} on. */
    FileChannel append(long offset) throws IOException {
        FileChannel channel = FileChannel.open(part, CREATE, WRITE);
        channel.truncate(offset);
        channel.position(offset);
        return channel;
    }

    static void write(FileChannel channel, byte[] bytes, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
