package dev.slipway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From exec to the first answer: in peace, and after a {@code kill -9}. */
record Starts(Fleet fleet, Table table) {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    /** Each with its PostgreSQL, to the first 200 of {@code /boot/v1/server}. */
    void quiet() throws IOException, InterruptedException {
        table.head("Start, %,d devices".formatted(fleet.options().devices()));
        List<Duration> usual = times(fleet::startAsUsual);
        table.fact(
                "start: exec to the first 200 of `/boot/v1/server`, by `./slipway serve` with its AOT cache",
                told(usual),
                "<= 1 s",
                usual.stream().allMatch(time -> time.compareTo(QUIET) <= 0));
        table.fact("the same without AOT cache", told(times(fleet::start)));
    }

    /** Of as many rounds, after one that does not count: it may have to make the cache. */
    private List<Duration> times(Start start) throws IOException, InterruptedException {
        start.now().close();
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round < fleet.options().rounds(); round++) {
            try (SlipwayServer server = start.now()) {
                times.add(server.startedIn());
            }
        }
        return times;
    }

    /** A way to start a server. */
    @FunctionalInterface
    private interface Start {
        SlipwayServer now() throws IOException, InterruptedException;
    }

    /** PostgreSQL outlives it and is adopted; the first 304 is one of a device that was known before. */
    void killed() throws IOException, InterruptedException {
        table.head(
                "Restart after `kill -9`, %,d devices".formatted(fleet.options().devices()));
        List<Duration> times = new ArrayList<>();
        SlipwayServer server = fleet.startAsUsual().filled();
        try {
            for (int round = 0; round < fleet.options().rounds(); round++) {
                long began = System.nanoTime();
                server.kill();
                server = fleet.startAsUsual();
                server.awaitNotModified(Seeding.token(Arena.WHOLE), Seeding.etag(Arena.WHOLE));
                times.add(Duration.ofNanos(System.nanoTime() - began));
            }
        } finally {
            server.close();
        }
        boolean reached = times.stream().allMatch(time -> time.compareTo(AFTER_KILL) <= 0);
        table.fact(
                "`kill -9` to the first 304 of a known device, by `./slipway serve`, PostgreSQL adopted",
                told(times),
                "<= 5 s",
                reached);
    }

    private static String told(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return "%.2f-%.2f s (%d times)".formatted(seconds(sorted.getFirst()), seconds(sorted.getLast()), sorted.size());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
