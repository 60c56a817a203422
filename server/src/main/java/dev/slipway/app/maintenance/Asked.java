package dev.slipway.app.maintenance;

import dev.slipway.base.fleet.Bytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What a server of this machine answered to one question. */
record Asked(int status, Bytes body) {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    /** Asks; empty when nobody answers in time. */
    static Optional<Asked> get(String url, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(WITHIN);
        token.ifPresent(secret -> request.header("authorization", "Bearer " + secret));
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(WITHIN)
                .build()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(new Asked(answer.statusCode(), Bytes.of(answer.body())));
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return body.toArray();
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
