package dev.slipway.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Single requests, for what a load needs to know before. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static String header(String url, String name) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).build())
                .headers()
                .firstValue(name)
                .orElseThrow(() -> new IOException(url + " has no " + name));
    }

    /** The body that a device gets. */
    static byte[] body(String url, String token) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build());
        if (answer.statusCode() != 200) {
            throw new IOException(url + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** What a phone gets; it must get a file. */
    static HttpResponse<byte[]> phone(String url, String userAgent) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(url))
                .header("User-Agent", userAgent)
                .build());
        if (answer.statusCode() != 200) {
            throw new IOException(url + " answered " + answer.statusCode());
        }
        return answer;
    }

    static String text(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return new String(send(request).body(), StandardCharsets.UTF_8);
    }

    /** Posts all at once, over new connections; their answers. */
    static List<HttpResponse<byte[]>> posts(String url, List<String> bodies) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<byte[]>>> sent = bodies.stream()
                    .map(body -> client.sendAsync(post(url, body), BodyHandlers.ofByteArray()))
                    .toList();
            return sent.stream().map(CompletableFuture::join).toList();
        }
    }

    private static HttpRequest post(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofByteArray());
    }
}
