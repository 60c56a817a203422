package dev.slipway.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Memory that a process takes. */
public final class Occupied {
    private static final String RESIDENT = "VmRSS:";
    private static final long KIBI = 1024;

    private Occupied() {}

    /** Resident bytes of a process and of its living descendants (proc(5), {@code status}). */
    public static long resident(ProcessHandle process) throws IOException {
        long bytes = 0;
        for (ProcessHandle each :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            bytes += Files.readAllLines(Path.of("/proc", Long.toString(each.pid()), "status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> KIBI * Long.parseLong(line.split("\\s+")[1]))
                    .sum();
        }
        return bytes;
    }

    /** Live bytes on the heap of a virtual machine, after a full collection. */
    public static long liveHeap(ProcessHandle process) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String histogram = new Command(
                        List.of(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram"), Map.of())
                .output();
        String total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElse("");
        String[] parts = total.strip().split("\\s+");
        if (parts.length < 3) {
            throw new IOException("jcmd told no total: " + histogram);
        }
        return Long.parseLong(parts[2]);
    }
}
