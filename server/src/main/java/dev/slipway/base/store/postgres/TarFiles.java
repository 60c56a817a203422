package dev.slipway.base.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Unpacks a tar stream (POSIX.1-1988 ustar and the GNU variety without extensions) of files, directories and links to a
 * neighbor, below one directory. Everything else, a path that leaves the directory, or a limit passed ends it with an
 * {@link IOException}; the caller removes what was written.
 */
final class TarFiles {
    /** The PostgreSQL 18.6 archives hold 1,071 entries and 60 MB. */
    static final int ENTRY_COUNT_MAX = 10_000;

    static final long BYTES_MAX = 1L << 28;

    private static final int BLOCK = 512;

    private final InputStream in;
    private final Path directory;
    private final byte[] header = new byte[BLOCK];
    private final byte[] buffer = new byte[1 << 16];
    private long bytesLeft = BYTES_MAX;

    private TarFiles(InputStream in, Path directory) {
        this.in = in;
        this.directory = directory;
    }

    /** Reads to the closing empty block, or to the end of the stream between two entries. */
    static void unpack(InputStream in, Path directory) throws IOException {
        TarFiles tar = new TarFiles(in, directory);
        for (int count = 0; tar.nextHeader(); count++) {
            if (count == ENTRY_COUNT_MAX) {
                throw new IOException("tar: more than " + ENTRY_COUNT_MAX + " entries");
            }
            tar.entry();
        }
    }

    private boolean nextHeader() throws IOException {
        int length = in.readNBytes(header, 0, BLOCK);
        if (length == 0 || (length == BLOCK && header[0] == 0)) {
            return false;
        }
        if (length < BLOCK) {
            throw new IOException("tar: cut in a header");
        }
        int sum = 0;
        for (int index = 0; index < BLOCK; index++) {
            sum += index >= 148 && index < 156 ? ' ' : header[index] & 0xff;
        }
        if (sum != octal(148, 8)) {
            throw new IOException("tar: wrong header checksum");
        }
        return true;
    }

    private void entry() throws IOException {
        Path target = target();
        long size = octal(124, 12);
        switch (header[156]) {
            case '5' -> Files.createDirectories(target);
            case '2' -> Files.createSymbolicLink(target, neighbor());
            case '0', 0 -> file(target, size);
            default -> throw new IOException("tar: entry type " + (char) header[156] + " of " + target);
        }
    }

    private void file(Path target, long size) throws IOException {
        bytesLeft -= size;
        if (bytesLeft < 0) {
            throw new IOException("tar: more than " + BYTES_MAX + " bytes");
        }
        Files.createDirectories(target.resolveSibling("."));
        try (OutputStream out = Files.newOutputStream(target)) {
            for (long left = size; left > 0; ) {
                int length = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (length == 0) {
                    throw new IOException("tar: cut in " + target);
                }
                out.write(buffer, 0, length);
                left -= length;
            }
        }
        String mode = (octal(100, 8) & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
        in.skipNBytes(Math.floorMod(-size, BLOCK));
    }

    private Path target() throws IOException {
        boolean posix = text(257, 6).equals("ustar");
        String name = posix && header[345] != 0 ? text(345, 155) + "/" + text(0, 100) : text(0, 100);
        Path target = directory.resolve(name).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("tar: " + name + " leaves its directory");
        }
        return target;
    }

    private Path neighbor() throws IOException {
        String name = text(157, 100);
        if (name.contains("/") || name.equals("..")) {
            throw new IOException("tar: link to " + name);
        }
        return Path.of(name);
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }

    private long octal(int offset, int length) throws IOException {
        String digits = text(offset, length).strip();
        if (!digits.matches("[0-7]{1,11}")) {
            throw new IOException("tar: not an octal number at offset " + offset);
        }
        return Long.parseLong(digits, 8);
    }
}
