package dev.slipway.bench.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Ports of this machine. */
public final class Ports {
    private static final Duration EVERY = Duration.ofMillis(2);
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final int CONNECT_MILLIS_MAX = 1_000;

    private Ports() {}

    public static int free() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** Returns as soon as somebody listens there, asked every 2 ms. */
    public static void await(int port) throws IOException, InterruptedException {
        var open = new CountDownLatch(1);
        try (var asking = Executors.newSingleThreadScheduledExecutor()) {
            var task = asking.scheduleWithFixedDelay(
                    () -> {
                        if (isOpen(port)) {
                            open.countDown();
                        }
                    },
                    0,
                    EVERY.toMillis(),
                    TimeUnit.MILLISECONDS);
            boolean opened = open.await(WITHIN.toSeconds(), TimeUnit.SECONDS);
            task.cancel(true);
            if (!opened) {
                throw new IOException("nobody listens on port " + port);
            }
        }
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS_MAX);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
