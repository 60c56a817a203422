package dev.slipway.bench.machine;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The first answer of that status of a server that is starting. */
public final class FirstAnswer {
    private static final Duration EVERY = Duration.ofMillis(5);
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private FirstAnswer() {}

    /** Asks every 5 ms; false when the process ended before. */
    public static boolean await(HttpRequest request, int status, Process process) throws InterruptedException {
        var answered = new CountDownLatch(1);
        var _ = process.onExit().thenRun(answered::countDown);
        try (HttpClient client = HttpClient.newHttpClient();
                var asking = Executors.newSingleThreadScheduledExecutor()) {
            var task = asking.scheduleWithFixedDelay(
                    () -> {
                        if (status(client, request) == status) {
                            answered.countDown();
                        }
                    },
                    0,
                    EVERY.toMillis(),
                    TimeUnit.MILLISECONDS);
            boolean done = answered.await(WITHIN.toSeconds(), TimeUnit.SECONDS);
            task.cancel(false);
            return done && process.isAlive();
        }
    }

    /** 0 when there was none. */
    private static int status(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
