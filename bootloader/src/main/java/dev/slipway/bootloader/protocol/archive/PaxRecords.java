package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The records of an extended header (POSIX.1-2017 pax): {@code LENGTH KEY=VALUE\n}, the length counting itself. */
final class PaxRecords {
    private static final int LENGTH_DIGITS_MAX = 6;

    private PaxRecords() {}

    static Map<String, String> parse(byte[] bytes) {
        var records = new LinkedHashMap<String, String>();
        int offset = 0;
        while (offset < bytes.length) {
            int blank = find(bytes, offset, Math.min(bytes.length, offset + LENGTH_DIGITS_MAX), ' ');
            int end = offset + number(TarHeader.utf8(ByteBuffer.wrap(bytes, offset, blank - offset)));
            if (end <= blank + 1 || end > bytes.length || bytes[end - 1] != '\n') {
                throw broken();
            }
            int equals = find(bytes, blank + 1, end, '=');
            String key = TarHeader.utf8(ByteBuffer.wrap(bytes, blank + 1, equals - blank - 1));
            if (key.equals("path") || key.equals("size") || key.equals("linkpath") || key.startsWith("GNU.")) {
                records.put(key, TarHeader.utf8(ByteBuffer.wrap(bytes, equals + 1, end - equals - 2)));
            }
            offset = end;
        }
        return records;
    }

    /** The value of {@code size}. */
    static long length(String digits) {
        if (!digits.matches("[0-9]{1,18}")) {
            throw broken();
        }
        return Long.parseLong(digits);
    }

    private static int number(String digits) {
        return (int) Math.min(length(digits), Integer.MAX_VALUE / 2);
    }

    private static int find(byte[] bytes, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw broken();
    }

    private static ArchiveRefused broken() {
        return new ArchiveRefused(Reason.FORMAT, "a broken extended header");
    }
}
