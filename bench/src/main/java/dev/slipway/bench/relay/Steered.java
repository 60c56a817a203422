package dev.slipway.bench.relay;

import dev.slipway.bench.load.Duel;
import dev.slipway.bench.load.Duel.Figures;
import dev.slipway.bench.load.Duel.Side;
import dev.slipway.bench.load.Load;
import dev.slipway.bench.load.Load.Manner;
import dev.slipway.bench.machine.Ground;
import dev.slipway.bench.machine.Occupied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests through the relay and through its peers to the same nginx. All stand at the same time and are loaded in
 * turn; each is warm when it is measured.
 */
public final class Steered {
    static final int SMALL_BYTES = 1 << 10;

    private static final int LARGE_BYTES = 64 << 20;
    private static final String SMALL = "/get/small";
    private static final String LARGE = "/get/large";
    private static final int MANY = 64;
    private static final int FEW = 4;
    private static final int IDLE = 4_000;
    private static final double IDLE_KB_MOST = 3;
    private static final double MILLIS_PER_MB = 1e3;
    private static final double REQUESTS_MOST = 1.5;
    private static final double CONNECTIONS_MOST = 2.5;
    private static final double MB_MOST = 1;

    /** Bytes that no proxy makes smaller, the same in every run. */
    private static final int SEED = 7;

    private final Ground ground;
    private final Duel duel;
    private final Columns columns;
    private final Path requests;

    /**
     * Lays the files before the backend.
     *
     * @param duel how long and how often
     */
    public Steered(Ground ground, Duel duel) throws IOException {
        this.ground = ground;
        this.duel = duel;
        this.columns = new Columns(System.out);
        this.requests = Files.writeString(ground.file("anybody"), "anybody -\n");
        Path files = ground.directory("backend/get");
        var random = new Random(SEED);
        Files.write(files.resolve("small"), bytes(random, SMALL_BYTES));
        Files.write(files.resolve("large"), bytes(random, LARGE_BYTES));
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** All rows. */
    public void run() throws IOException, InterruptedException {
        try (Standing backend = Standing.backend(ground)) {
            loads(backend);
            idle(backend);
        }
    }

    private void loads(Standing backend) throws IOException, InterruptedException {
        List<Standing> all = new ArrayList<>();
        try {
            for (Kind kind : Kind.values()) {
                all.add(Standing.proxy(kind, ground, backend.port()));
            }
            warm(all.getFirst());
            columns.head();
            List<Figures> kept = among(all, SMALL, Manner.KEEP, MANY);
            columns.row("a kept-alive request, 64 connections", "us", REQUESTS_MOST, kept, Figures::micros);
            List<Figures> once = among(all, SMALL, Manner.CLOSE, MANY);
            columns.row("a new connection with one request", "us", CONNECTIONS_MOST, once, Figures::micros);
            List<Figures> bulk = among(all, LARGE, Manner.KEEP, FEW);
            columns.row("1 MB of 64 MiB files, 4 connections", "ms", MB_MOST, bulk, Steered::millisPerMegabyte);
            latency(backend, all);
        } finally {
            all.forEach(Standing::close);
        }
    }

    /** The first loads are carried while the virtual machine compiles: no row is about that. */
    private void warm(Standing relay) throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            among(List.of(relay), SMALL, Manner.KEEP, MANY);
            among(List.of(relay), SMALL, Manner.CLOSE, MANY);
            among(List.of(relay), LARGE, Manner.KEEP, FEW);
        }
    }

    private void latency(Standing backend, List<Standing> proxies) throws IOException, InterruptedException {
        List<Standing> all = new ArrayList<>(proxies);
        all.add(backend);
        List<Figures> figures = among(all, SMALL, Manner.KEEP, FEW);
        double direct = figures.getLast().latency().halfMillis();
        columns.note(
                "Half of the answers within %.2f ms without a proxy, 4 connections; added to that:".formatted(direct));
        columns.head();
        columns.row(
                "added median latency, 4 connections",
                "ms",
                figures.subList(0, proxies.size()),
                each -> each.latency().halfMillis() - direct);
    }

    private static double millisPerMegabyte(Figures figures) {
        return MILLIS_PER_MB / figures.megabytesPerCpuSecond();
    }

    private List<Figures> among(List<Standing> all, String path, Manner manner, int connections)
            throws IOException, InterruptedException {
        List<Side> sides = all.stream()
                .map(each -> new Side(each.cpu(), new Load(each.url(), requests, path, manner, connections)))
                .toList();
        return duel.among(sides);
    }

    /** Each with a process of its own, after a load of requests, so that what it keeps for work is there before. */
    private void idle(Standing backend) throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        double ours = 0;
        for (Kind kind : Kind.values()) {
            try (Standing proxy = Standing.proxy(kind, ground, backend.port())) {
                among(List.of(proxy), SMALL, Manner.KEEP, MANY);
                int count = Math.min(IDLE, kind.idleConnectionsMax());
                double each = kibibytes(kind, proxy, count, told);
                ours = kind == Kind.RELAY ? each : ours;
            }
        }
        columns.idle("memory of an idle connection after a request", IDLE_KB_MOST, ours, told);
    }

    /** The larger of what the process grew by and, of a virtual machine, what is live on its heap. */
    private static double kibibytes(Kind kind, Standing proxy, int count, List<String> told)
            throws IOException, InterruptedException {
        ProcessHandle process = proxy.process().toHandle();
        double heapBefore = kind == Kind.RELAY ? Occupied.liveHeap(process) : 0;
        double before = Occupied.resident(process);
        try (Idle idle = Idle.open(proxy.port(), SMALL, count)) {
            double grown = (Occupied.resident(process) - before) / count / 1024;
            double heap = kind == Kind.RELAY ? (Occupied.liveHeap(process) - heapBefore) / count / 1024 : 0;
            String lost = idle.ended() == 0 ? "" : ", %d of them ended".formatted(idle.ended());
            told.add("%.1f KB%s (%,d%s)"
                    .formatted(grown, heap == 0 ? "" : ", %.1f KB of heap".formatted(heap), count, lost));
            return Math.max(grown, heap);
        }
    }
}
