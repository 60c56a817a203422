package dev.slipway.door.portal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the portal over clear HTTP from this machine, and never follows a redirect. */
record Browser(HttpClient client, int port) implements AutoCloseable {
    static Browser at(int port) {
        return new Browser(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port);
    }

    HttpResponse<String> get(String path, String... fields) throws IOException, InterruptedException {
        return ask("GET", path, "", fields);
    }

    HttpResponse<String> head(String path, String... fields) throws IOException, InterruptedException {
        return ask("HEAD", path, "", fields);
    }

    HttpResponse<String> post(String path, String json, String... fields) throws IOException, InterruptedException {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "content-type";
        all[fields.length + 1] = "application/json";
        return ask("POST", path, json, all);
    }

    HttpResponse<String> ask(String method, String path, String body, String... fields)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
