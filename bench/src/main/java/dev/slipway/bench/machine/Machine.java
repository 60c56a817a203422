package dev.slipway.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure depends on besides the program. */
public final class Machine {
    private Machine() {}

    /** Cores, load and when. */
    public static String told() throws IOException {
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        return "%d cores, load average %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        load,
                        Runtime.version().feature());
    }
}
