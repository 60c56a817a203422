package dev.slipway.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The first 200 of a server that is starting. */
final class FirstAnswer {
    private static final Duration EVERY = Duration.ofMillis(5);
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private FirstAnswer() {}

    /** Asks every 5 ms; false when the process ended before. */
    static boolean await(String url, Process process) throws InterruptedException {
        var answered = new CountDownLatch(1);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(5))
                .build();
        var _ = process.onExit().thenRun(answered::countDown);
        try (HttpClient client = HttpClient.newHttpClient();
                var asking = Executors.newSingleThreadScheduledExecutor()) {
            var task = asking.scheduleWithFixedDelay(
                    () -> {
                        if (isOk(client, request)) {
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

    private static boolean isOk(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
