package dev.slipway.bootloader.fetch;

import dev.slipway.bootloader.outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Says no before a disk is full, and says that it is full when it is. */
public final class DiskSpace {
    /** Bytes left free for the state, the reports and the machine itself. */
    private static final long SPARE_BYTES = 1 << 20;

    private DiskSpace() {}

    /** Refuses with {@code disk.full} when {@code bytes} more do not fit beside {@code place}. */
    public static void require(Path place, long bytes) throws IOException {
        long usable = Files.getFileStore(place).getUsableSpace();
        if (usable - SPARE_BYTES < bytes) {
            throw full(place, bytes);
        }
    }

    /** The refusal {@code disk.full} when that is why writing failed; else what {@code otherwise} makes of it. */
    public static Refusal explain(Path place, IOException failure, Function<IOException, Refusal> otherwise)
            throws IOException {
        boolean full = Files.getFileStore(place).getUsableSpace() < SPARE_BYTES;
        return full ? full(place, SPARE_BYTES) : otherwise.apply(failure);
    }

    private static Refusal full(Path place, long bytes) {
        return Refusal.check(
                "disk.full",
                "The disk of " + place + " is full: " + bytes
                        + " more bytes are needed; make room and run this again.");
    }
}
