package dev.slipway.door.portal.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip with the same bytes for the same content: sorted, all of one fixed time, and with the right to be run where a
 * file has it, which the JDK's writer cannot say (APPNOTE 6.3.10, sections 4.3.12 and 4.4.15).
 */
final class ZipBytes {
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final byte MADE_ON_UNIX = 3;
    private static final int PLAIN = 0100644 << 16;
    private static final int RUNNABLE = 0100755 << 16;

    private ZipBytes() {}

    /** {@code files} by name; those in {@code runnable} may be run. */
    static byte[] of(Map<String, byte[]> files, Set<String> runnable) {
        SortedMap<String, byte[]> sorted = new TreeMap<>(files);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : sorted.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        ByteBuffer made = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int at = made.getInt(made.limit() - END_LENGTH + 16);
        for (String name : sorted.keySet()) {
            at = mark(made, at, runnable.contains(name) ? RUNNABLE : PLAIN);
        }
        return made.array();
    }

    /** Writes the mode into the central header at {@code at}; where the next one begins. */
    private static int mark(ByteBuffer zip, int at, int mode) {
        if (zip.getInt(at) != HEADER) {
            throw new IllegalStateException("no central header at " + at);
        }
        zip.put(at + 5, MADE_ON_UNIX);
        zip.putInt(at + 38, mode);
        return at + HEADER_LENGTH + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
    }
}
