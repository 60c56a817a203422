package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The entries of one tar stream: ustar, PAX {@code path} and {@code size}, GNU long names. */
final class TarStream {
    /** An extended header holds one path and some times and owners. */
    private static final int EXTENSION_BYTES_MAX = 64 << 10;
    /** Packers fill up to their record size, 10 KiB by default. */
    private static final int PADDING_BYTES_MAX = 1 << 20;

    private final InputStream in;
    private final Intake intake;
    private Optional<String> path = Optional.empty();
    private Optional<Long> size = Optional.empty();

    TarStream(InputStream in, Intake intake) {
        this.in = in;
        this.intake = intake;
    }

    void read() throws IOException {
        for (TarHeader header = next(); !header.isZero(); header = next()) {
            header.requireChecksum();
            switch (header.type()) {
                case 'L' -> path = Optional.of(longName(header));
                case 'x' -> extend(header);
                case 'g' -> requireHarmless(PaxRecords.parse(extension(header)));
                default -> entry(header);
            }
        }
        requirePadding();
    }

    private void entry(TarHeader header) throws IOException {
        String name = path.orElseGet(header::name);
        long length = size.orElseGet(header::size);
        path = Optional.empty();
        size = Optional.empty();
        switch (header.type()) {
            case '0', '\0', '7' -> {
                if (name.endsWith("/")) {
                    intake.directory(name);
                } else {
                    content(name, header.executable(), length);
                }
            }
            case '5' -> intake.directory(name);
            case '1', '2', '3', '4', '6', 'K' ->
                throw new ArchiveRefused(Reason.LINK, "'" + name + "' is a link or a device");
            default -> throw new ArchiveRefused(Reason.FORMAT, "an entry of type '" + header.type() + "'");
        }
    }

    private void content(String name, boolean executable, long length) throws IOException {
        intake.announce(length);
        var content = new Slice(in, length);
        intake.file(name, executable, content);
        skipFill(length);
    }

    private String longName(TarHeader header) throws IOException {
        byte[] name = extension(header);
        int end = name.length;
        while (end > 0 && name[end - 1] == 0) {
            end--;
        }
        return TarHeader.utf8(ByteBuffer.wrap(name, 0, end));
    }

    private void extend(TarHeader header) throws IOException {
        Map<String, String> records = PaxRecords.parse(extension(header));
        if (records.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse"))) {
            throw new ArchiveRefused(Reason.FORMAT, "a sparse file");
        }
        path = Optional.ofNullable(records.get("path")).or(() -> path);
        size = Optional.ofNullable(records.get("size")).map(PaxRecords::length);
    }

    /** A global header may comment; a path or a size for all entries is a trick. */
    private static void requireHarmless(Map<String, String> records) {
        var changed = new HashMap<>(records);
        changed.keySet().retainAll(java.util.Set.of("path", "size", "linkpath"));
        if (!changed.isEmpty()) {
            throw new ArchiveRefused(Reason.FORMAT, "a global header that sets " + changed.keySet());
        }
    }

    private byte[] extension(TarHeader header) throws IOException {
        if (header.size() > EXTENSION_BYTES_MAX) {
            throw new ArchiveRefused(Reason.BOMB, "an extended header of more than " + EXTENSION_BYTES_MAX + " bytes");
        }
        byte[] bytes = exactly((int) header.size());
        skipFill(header.size());
        return bytes;
    }

    private TarHeader next() throws IOException {
        return new TarHeader(exactly(TarHeader.BLOCK));
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("tar");
        }
        return bytes;
    }

    private void skipFill(long length) throws IOException {
        exactly((int) Math.floorMod(-length, (long) TarHeader.BLOCK));
    }

    /** Reads to the very end, so that the checksum of the compressed stream is compared too. */
    private void requirePadding() throws IOException {
        var buffer = new byte[8192];
        long total = 0;
        for (int taken = in.read(buffer); taken > 0; taken = in.read(buffer)) {
            total += taken;
            for (int i = 0; i < taken; i++) {
                if (buffer[i] != 0 || total > PADDING_BYTES_MAX) {
                    throw new ArchiveRefused(Reason.FORMAT, "something behind the end of the archive");
                }
            }
        }
    }

    /** The next {@code left} bytes of the stream, all of them or {@link EOFException}. */
    private static final class Slice extends InputStream {
        private final InputStream in;
        private long left;

        Slice(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int taken = in.read(buffer, offset, (int) Math.min(length, left));
            if (taken < 0) {
                throw new EOFException("tar");
            }
            left -= taken;
            return taken;
        }
    }
}
