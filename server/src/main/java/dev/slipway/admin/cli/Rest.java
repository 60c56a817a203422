package dev.slipway.admin.cli;

import dev.slipway.admin.cli.configuration.Records;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the REST API; what the server refuses becomes {@link Failed} with the server's own sentence. */
final class Rest {
    static final JsonMapper JSON = new JsonMapper();

    private static final String ROOT = "/api/v1/";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    private static final int REFUSED_FROM = 400;
    private static final int CHANGED_MEANWHILE = 412;
    /** More than this many others at the same record are no chance. */
    private static final int EDITS_MAX = 10;

    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON_TYPE = "application/json";

    private final Destination destination;
    private final HttpClient client;

    Rest(Destination destination) {
        this.destination = destination;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build();
    }

    /** Where it calls. */
    URI server() {
        return destination.server();
    }

    /** A path below {@code /api/v1/}, each part encoded. */
    static String path(String... parts) {
        var path = new StringBuilder(ROOT);
        for (int i = 0; i < parts.length; i++) {
            path.append(i == 0 ? "" : "/").append(encoded(parts[i]));
        }
        return path.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return json(send("GET", path, BodyPublishers.noBody(), Map.of()));
    }

    JsonNode post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    JsonNode patch(String path, ObjectNode body) {
        return send("PATCH", path, body);
    }

    /**
     * Changes the record at {@code path} to what {@code edit} makes of it as it is; when somebody else changed it
     * meanwhile, it is read and edited again.
     */
    JsonNode edit(String path, Function<JsonNode, ObjectNode> edit) {
        HttpResponse<byte[]> patched;
        int left = EDITS_MAX;
        do {
            HttpResponse<byte[]> read = send("GET", path, BodyPublishers.noBody(), Map.of());
            byte[] patch = JSON.writeValueAsBytes(edit.apply(json(read)));
            String version = read.headers().firstValue("etag").orElse("*");
            patched = send(
                    "PATCH",
                    path,
                    BodyPublishers.ofByteArray(patch),
                    Map.of(CONTENT_TYPE, JSON_TYPE, "if-match", version));
            left--;
        } while (patched.statusCode() == CHANGED_MEANWHILE && left > 0);
        return json(patched);
    }

    /** A request without a body. */
    JsonNode bare(String method, String path) {
        return json(send(method, path, BodyPublishers.noBody(), Map.of()));
    }

    /** Its records, for the configuration as files. */
    Records records() {
        return new Records() {
            @Override
            public List<ObjectNode> all(String words) {
                return Noun.all(Rest.this, path(words)).stream()
                        .map(record -> (ObjectNode) record)
                        .toList();
            }

            @Override
            public void create(String words, ObjectNode record) {
                post(path(words), record);
            }

            @Override
            public void change(String words, String id, ObjectNode patch) {
                Rest.this.patch(path(words, id), patch);
            }

            @Override
            public void remove(String words, String id) {
                bare("DELETE", path(words, id));
            }
        };
    }

    /** Sends the bytes of a file. */
    JsonNode upload(String path, Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Failed(Exit.INVALID, "cli.no-file", "There is no file " + file + "; check its name.");
            }
            return json(
                    send("POST", path, BodyPublishers.ofFile(file), Map.of(CONTENT_TYPE, "application/octet-stream")));
        } catch (IOException unreadable) {
            throw new Failed(Exit.INVALID, "cli.no-file", "The file " + file + " cannot be read: " + unreadable);
        }
    }

    private JsonNode send(String method, String path, JsonNode body) {
        return json(send(
                method,
                path,
                BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)),
                Map.of(CONTENT_TYPE, JSON_TYPE)));
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(destination.server() + path))
                .timeout(ANSWER_WITHIN)
                .header("authorization", "Bearer " + destination.token().reveal())
                .method(method, body);
        headers.forEach(request::header);
        destination.tenant().ifPresent(tenant -> request.header("slipway-tenant", tenant));
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new Failed(
                    Exit.UNREACHABLE,
                    "cli.unreachable",
                    "The server %s does not answer (%s); is it running?".formatted(destination.server(), unreachable));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failed(Exit.FAULT, "cli.stopped", "Stopped before the server answered.");
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        JsonNode body = parsed(response.body());
        if (response.statusCode() >= REFUSED_FROM) {
            throw new Failed(
                    Exit.of(response.statusCode()),
                    body.path("code").asString("http." + response.statusCode()),
                    body.path("detail").asString("The server answered " + response.statusCode() + "."));
        }
        return body;
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException foreign) {
            throw new Failed(
                    Exit.UNREACHABLE,
                    "cli.not-slipway",
                    "Something answered that is no Slipway server; check --server.");
        }
    }
}
