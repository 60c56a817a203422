package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An administrator at the REST API.
 *
 * @param server address of the API
 * @param token as the server leaves it for its own machine
 */
record Admin(URI server, String token, HttpClient client) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration WITHIN = Duration.ofSeconds(30);

    /** What the API said. */
    record Answer(int status, JsonNode body) {
        /** The body of an act that must succeed. */
        JsonNode done() {
            assertThat(status).as("%s", body).isBetween(200, 299);
            return body;
        }
    }

    /** With the token that the server wrote into its data directory. */
    static Admin of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("admin.token"));
            return new Admin(URI.create(lines.get(0)), lines.get(1), HttpClient.newHttpClient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, Object body) {
        return send("POST", path, json(body));
    }

    Answer put(String path, Object body) {
        return send("PUT", path, json(body));
    }

    Answer patch(String path, Object body) {
        return send("PATCH", path, json(body));
    }

    /** POST, PUT or DELETE of nothing. */
    Answer bare(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    void group(String name) {
        post("groups", Map.of("name", name)).done();
    }

    void user(String login, String password, String... groups) {
        post("users", Map.of("login", login, "password", password, "groups", List.of(groups)))
                .done();
    }

    /**
     * Gives an application, or what else {@code what} names, to a place such as {@code group:staff}; the assignment's
     * id.
     */
    String assign(String what, String name, String to) {
        return post("assignments", Map.of(what, name, "to", to))
                .done()
                .path("id")
                .asString();
    }

    /** A profile of enforced settings, {@code key=value} each. */
    void profile(String name, String... settings) {
        post("profiles", Map.of("name", name, "settings", settings(settings))).done();
    }

    /** The settings of {@link #profile} and of its change. */
    static List<Map<String, String>> settings(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.split("=", 2))
                .map(pair -> Map.of("key", pair[0], "value", pair[1]))
                .toList();
    }

    /** Keeps bytes; their SHA-256. */
    String upload(byte[] bytes) {
        return tryUpload(bytes).done().path("sha256").asString();
    }

    Answer tryUpload(byte[] bytes) {
        return send("POST", "artifacts", BodyPublishers.ofByteArray(bytes));
    }

    /** Uploads and publishes an archive of kind {@code files} for any target. */
    void publish(String application, String version, byte[] archive) {
        publish(application, version, archive, "[]").done();
    }

    /** The same, with what it replaces. */
    Answer publish(String application, String version, byte[] archive, String replaces) {
        var artifact =
                Map.of("target", "any", "kind", "files", "sha256", upload(archive), "file_name", application + ".zip");
        return post(
                "releases",
                Map.of(
                        "application", application,
                        "version", version,
                        "artifacts", List.of(artifact),
                        "replaces", replaces));
    }

    /** The text to send to a user, which names host and port. */
    String message(String login) {
        return get("message?place=host&user=" + login).done().path("text").asString();
    }

    /** The items of a list. */
    List<JsonNode> list(String path) {
        return get(path).done().path("items").valueStream().toList();
    }

    /** All devices of a user. */
    List<JsonNode> devices(String login) {
        return list("users/" + login + "/devices");
    }

    /** What the newest device of a user reported: {@code step state} each, oldest first. */
    List<String> steps(String login) {
        String device = devices(login).getFirst().path("id").asString();
        Stream<JsonNode> events =
                get("devices/" + device + "/timeline").done().path("events").valueStream();
        return events.map(event -> event.path("step").asString() + " "
                        + event.path("outcome").path("state").asString())
                .toList();
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/" + path))
                .timeout(WITHIN)
                .header("authorization", "Bearer " + token)
                .header("content-type", path.equals("artifacts") ? "application/octet-stream" : "application/json")
                .method(method, body)
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), parsed(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(byte[] body) {
        return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    }
}
