package dev.slipway.door.portal.site;

import dev.slipway.base.fleet.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * A packed tar (POSIX.1-1988 ustar) with the same bytes for the same content: sorted, all of root and of one fixed
 * time, each directory before what is in it. Names begin with {@code ./}, as in Debian's packages.
 */
final class TarBytes {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES_MAX = 100;
    /** 2000-01-01T00:00:00Z. */
    private static final long TIME = 946_684_800;

    private static final int RUNNABLE = 0755;
    private static final int PLAIN = 0644;
    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    private final SortedMap<String, Entry> entries = new TreeMap<>();

    private record Entry(char type, int mode, String link, Bytes content) {}

    /** Adds a file; {@code path} begins without a slash. */
    TarBytes file(String path, byte[] content) {
        return with(path, new Entry('0', PLAIN, "", Bytes.of(content)));
    }

    /** Adds a file that may be run. */
    TarBytes runnable(String path, byte[] content) {
        return with(path, new Entry('0', RUNNABLE, "", Bytes.of(content)));
    }

    /** Adds a symbolic link. */
    TarBytes link(String path, String target) {
        return with(path, new Entry('2', 0777, target, NOTHING));
    }

    private TarBytes with(String path, Entry entry) {
        entries.put("./" + path, entry);
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            entries.put("./" + path.substring(0, slash + 1), new Entry('5', RUNNABLE, "", NOTHING));
        }
        entries.put("./", new Entry('5', RUNNABLE, "", NOTHING));
        return this;
    }

    /** The packed bytes. */
    byte[] gzip() {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new GZIPOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                tar.write(header(entry.getKey(), entry.getValue()));
                byte[] content = entry.getValue().content().toArray();
                tar.write(content);
                tar.write(new byte[Math.floorMod(-content.length, BLOCK)]);
            }
            tar.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, Entry entry) {
        byte[] header = new byte[BLOCK];
        if (name.length() > NAME_BYTES_MAX) {
            throw new IllegalArgumentException("a longer name than ustar has room for: " + name);
        }
        put(header, 0, name);
        put(header, 100, "%07o".formatted(entry.mode()));
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, "%011o".formatted(entry.content().length()));
        put(header, 136, "%011o".formatted(TIME));
        Arrays.fill(header, 148, 156, (byte) ' ');
        header[156] = (byte) entry.type();
        put(header, 157, entry.link());
        put(header, 257, "ustar\00000root");
        put(header, 297, "root");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, 148, "%06o\0".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
