package dev.slipway.door.portal.site;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Two zips as one, without packing anything again: files of the first, files of the second, both central directories,
 * one end (APPNOTE 6.3.10, section 4.3). Neither has a comment or needs Zip64.
 */
final class ZipJoin {
    private static final int HEADER_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;

    private ZipJoin() {}

    /** Writes {@code large} with the files of {@code small} behind its own into {@code target}. */
    static void write(Path large, byte[] small, Path target) throws IOException {
        ByteBuffer second = ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN);
        Directory behind = Directory.at(second, small.length);
        try (FileChannel in = FileChannel.open(large);
                FileChannel out = FileChannel.open(target, CREATE, WRITE, TRUNCATE_EXISTING)) {
            Directory before = Directory.at(slice(in, in.size() - END_LENGTH, END_LENGTH), in.size());
            long copied = 0;
            while (copied < before.offset()) {
                copied += in.transferTo(copied, before.offset() - copied, out);
            }
            all(out, second.slice(0, behind.offset()));
            all(out, slice(in, before.offset(), before.length()));
            all(out, moved(second, behind, before.offset()));
            all(out, end(before, behind));
        }
    }

    /** A central directory: how many entries, where, how long. */
    private record Directory(int count, int offset, int length) {
        /** Read from the end record that closes {@code bytes} of a zip of {@code size}. */
        static Directory at(ByteBuffer bytes, long size) throws IOException {
            int end = bytes.limit() - END_LENGTH;
            if (end < 0 || bytes.getInt(end) != END || size > Integer.MAX_VALUE) {
                throw new IOException("no zip without a comment below 2 GiB");
            }
            return new Directory(bytes.getShort(end + 10), bytes.getInt(end + 16), bytes.getInt(end + 12));
        }
    }

    /** The second directory, whose files begin {@code by} bytes later now. */
    private static ByteBuffer moved(ByteBuffer zip, Directory directory, int by) {
        for (int entry = 0, at = directory.offset(); entry < directory.count(); entry++) {
            zip.putInt(at + 42, zip.getInt(at + 42) + by);
            at += HEADER_LENGTH + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
        return zip.slice(directory.offset(), directory.length());
    }

    private static ByteBuffer end(Directory before, Directory behind) {
        short count = (short) (before.count() + behind.count());
        return ByteBuffer.allocate(END_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(END)
                .putInt(0)
                .putShort(count)
                .putShort(count)
                .putInt(before.length() + behind.length())
                .putInt(before.offset() + behind.offset())
                .putShort((short) 0)
                .flip();
    }

    private static ByteBuffer slice(FileChannel in, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (in.read(bytes, offset + bytes.position()) < 0) {
                throw new IOException("the zip ends too early");
            }
        }
        return bytes.flip();
    }

    private static void all(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
