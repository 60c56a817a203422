package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** What an entry may be called: a relative path that means the same on every system. */
final class EntryPath {
    /** One step of a path; every usual file system takes as many. */
    private static final int STEP_BYTES_MAX = 255;

    private EntryPath() {}

    /** {@code name} without {@code .} steps and closing slash; empty for the root. */
    static String clean(String name, int bytesMax) {
        if (name.isEmpty() || name.startsWith("/") || name.chars().anyMatch(EntryPath::isStrange)) {
            throw new ArchiveRefused(Reason.PATH, "'" + printable(name) + "' is no relative path");
        }
        var clean = new StringJoiner("/");
        for (String step : name.split("/")) {
            if (step.isEmpty() || step.equals("..") || bytes(step) > STEP_BYTES_MAX) {
                throw new ArchiveRefused(Reason.PATH, "'" + printable(name) + "' has a step that is not taken");
            }
            if (!step.equals(".")) {
                clean.add(step);
            }
        }
        if (bytes(name) > bytesMax) {
            throw new ArchiveRefused(Reason.PATH, "a path of more than " + bytesMax + " bytes");
        }
        return clean.toString();
    }

    /** Backslash and colon separate on other systems. */
    private static boolean isStrange(int c) {
        return c < ' ' || c == 0x7f || c == '\\' || c == ':';
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String printable(String name) {
        String shortName = name.length() > 80 ? name.substring(0, 80) + "..." : name;
        return shortName.replaceAll("\\p{Cntrl}", "?");
    }
}
