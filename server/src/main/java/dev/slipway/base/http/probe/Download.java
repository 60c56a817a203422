package dev.slipway.base.http.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Asks for a file by HEAD, following no redirect, as many devices do. */
record Download(SSLContext trust) {
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int WRONG = 400;

    Step look(URI url) {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Connection.WITHIN)
                .sslContext(trust)
                .build()) {
            var request = HttpRequest.newBuilder(url)
                    .timeout(Connection.WITHIN)
                    .method("HEAD", BodyPublishers.noBody())
                    .build();
            return judged(client.send(request, BodyHandlers.discarding()));
        } catch (IOException broken) {
            return new Step(
                    "answer",
                    false,
                    "HEAD got no answer (%s): try the address by hand.".formatted(Connection.words(broken)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Step("answer", false, "HEAD was given up: the server stops.");
        }
    }

    private static Step judged(HttpResponse<Void> answer) {
        int status = answer.statusCode();
        if (status >= WRONG) {
            return new Step("answer", false, "HEAD is answered with %d: correct the address.".formatted(status));
        }
        if (status >= REDIRECT) {
            return new Step(
                    "answer",
                    true,
                    "HEAD leads on to %s: browsers follow; enter that address for devices that do not."
                            .formatted(field(answer, "location").orElse("nowhere")));
        }
        return new Step(
                "answer",
                status >= OK,
                "The file is there: %s, %s bytes."
                        .formatted(
                                field(answer, "content-type").orElse("no media type"),
                                field(answer, "content-length").orElse("an unknown number of")));
    }

    private static Optional<String> field(HttpResponse<Void> answer, String name) {
        return answer.headers().firstValue(name);
    }
}
