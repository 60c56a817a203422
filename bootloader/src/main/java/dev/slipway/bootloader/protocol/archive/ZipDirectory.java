package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The central directory of a zip file (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16), as far as names and modes go. */
record ZipDirectory(List<Item> items) {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int COMMENT_MAX = 0xffff;
    private static final int ITEM_SIGNATURE = 0x02014b50;
    private static final int ITEM_LENGTH = 46;
    /** 65,535 entries, which is all a zip without zip64 has, with the longest sensible names. */
    private static final int DIRECTORY_BYTES_MAX = 32 << 20;

    private static final int MADE_BY_UNIX = 3;
    private static final int FORMAT_MASK = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    /**
     * One entry.
     *
     * @param name as it stands
     * @param mode of Unix, 0 when the packer knew none
     */
    record Item(String name, int mode) {
        /** Links, devices and pipes carry their kind in the mode. */
        boolean isSpecial() {
            int format = mode & FORMAT_MASK;
            return format != 0 && format != REGULAR && format != DIRECTORY;
        }

        boolean executable() {
            return (mode & 0100) != 0;
        }
    }

    static ZipDirectory read(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.READ)) {
            int tailLength = (int) Math.min(channel.size(), END_LENGTH + COMMENT_MAX);
            ByteBuffer tail = bytes(channel, channel.size() - tailLength, tailLength);
            int end = end(tail);
            int count = tail.getShort(end + 10) & 0xffff;
            long length = tail.getInt(end + 12) & 0xffffffffL;
            long offset = tail.getInt(end + 16) & 0xffffffffL;
            if (count == 0xffff || length > DIRECTORY_BYTES_MAX) {
                throw new ArchiveRefused(Reason.BOMB, "a zip of more than 65534 entries");
            }
            if (offset + length > channel.size()) {
                throw new EOFException("central directory");
            }
            return new ZipDirectory(items(bytes(channel, offset, (int) length), count));
        }
    }

    private static int end(ByteBuffer tail) throws EOFException {
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            boolean here = tail.getInt(at) == END_SIGNATURE;
            if (here && at + END_LENGTH + (tail.getShort(at + 20) & 0xffff) == tail.limit()) {
                return at;
            }
        }
        throw new EOFException("no end of central directory");
    }

    private static List<Item> items(ByteBuffer directory, int count) {
        var items = new ArrayList<Item>();
        int at = 0;
        while (at < directory.limit()) {
            if (directory.limit() - at < ITEM_LENGTH || directory.getInt(at) != ITEM_SIGNATURE) {
                throw new ArchiveRefused(Reason.FORMAT, "a broken central directory");
            }
            int nameLength = directory.getShort(at + 28) & 0xffff;
            int rest = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
            if (directory.limit() - at - ITEM_LENGTH < nameLength + rest || (directory.getShort(at + 8) & 1) != 0) {
                throw new ArchiveRefused(Reason.FORMAT, "a broken or encrypted entry");
            }
            boolean unix = directory.get(at + 5) == MADE_BY_UNIX;
            String name = TarHeader.utf8(directory.slice(at + ITEM_LENGTH, nameLength));
            items.add(new Item(name, unix ? directory.getShort(at + 40) & 0xffff : 0));
            at += ITEM_LENGTH + nameLength + rest;
        }
        if (items.size() != count) {
            throw new ArchiveRefused(Reason.FORMAT, items.size() + " entries where " + count + " are announced");
        }
        return List.copyOf(items);
    }

    private static ByteBuffer bytes(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("zip");
            }
        }
        return buffer.flip();
    }
}
