package dev.slipway.app;

import dev.slipway.door.relay.flow.AccessLog;
import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Access lines on a stream, written by a thread of their own so that no connection waits for a slow reader. Lines that
 * find 10,000 before them are lost; how many is said when there is room again.
 */
final class AccessLines implements AccessLog, AutoCloseable {
    private static final int WAITING_MAX = 10_000;

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicLong lost = new AtomicLong();
    private final PrintStream out;
    private final Thread writer;
    private volatile boolean over;

    AccessLines(PrintStream out) {
        this.out = out;
        this.writer = Thread.ofPlatform().name("access-lines").daemon().start(this::write);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void line(String json) {
        if (!waiting.offer(json)) {
            lost.incrementAndGet();
        }
    }

    private void write() {
        try {
            while (!over || !waiting.isEmpty()) {
                String line = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (line != null) {
                    out.println(line);
                }
                long missing = lost.getAndSet(0);
                if (missing > 0) {
                    out.println("{\"lost\":%d}".formatted(missing));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when all lines are written. */
    @Override
    public void close() {
        over = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
