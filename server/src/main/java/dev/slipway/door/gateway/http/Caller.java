package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.message.MessageGateway;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Sends requests of descriptions; one for all gateways of the house. */
public final class Caller {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final int ANSWER_BYTES_MAX = 64 << 10;
    private static final String BASIC = "basic ";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final OutboundHosts hosts;

    /** One that calls only these hosts. */
    public Caller(OutboundHosts hosts) {
        this.hosts = hosts;
    }

    /** What was answered. */
    record Answered(int status, String retryAfter, Found body) {}

    /** Nothing was answered; {@code reached} when the request may have arrived. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;
        private final String why;
        private final boolean reached;

        NoAnswer(String why, boolean reached) {
            super(why, null, false, false);
            this.why = why;
            this.reached = reached;
        }

        String why() {
            return why;
        }

        boolean reached() {
            return reached;
        }
    }

    /** The request as it would be sent; refuses {@code gateway.field-invalid}. */
    HttpRequest request(HttpSpec.Call call, Values values) {
        String body = Bodies.filled(call.mediaType(), call.body(), values);
        boolean get = call.method().equals("GET");
        URI url = uri(url(call.url(), values) + (get && !body.isEmpty() ? "?" + body : ""));
        hosts.checkForm(url);
        var request = HttpRequest.newBuilder(url);
        if (get) {
            request.GET();
        } else {
            request.header("content-type", call.mediaType())
                    .method(call.method(), BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        call.headers().forEach((name, value) -> request.header(name, header(value, values)));
        return request.build();
    }

    /** Blocks; refuses {@code gateway.inner-host}. */
    Answered send(HttpRequest request) throws NoAnswer {
        CompletableFuture<HttpResponse<byte[]>> answer = null;
        try {
            hosts.checkPlace(request.uri().getHost());
            answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
            HttpResponse<byte[]> response = answer.get(MessageGateway.SEND_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return new Answered(
                    response.statusCode(),
                    response.headers().firstValue("retry-after").orElse(""),
                    Found.in(new String(response.body(), StandardCharsets.UTF_8)));
        } catch (UnknownHostException unknown) {
            throw new NoAnswer("no such host: " + request.uri().getHost(), false);
        } catch (ExecutionException failed) {
            throw noAnswer(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (TimeoutException late) {
            throw new NoAnswer("no answer within " + MessageGateway.SEND_WITHIN.toSeconds() + " s", true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("the server stopped before the answer", true);
        } finally {
            if (answer != null) {
                answer.cancel(true);
            }
        }
    }

    private static NoAnswer noAnswer(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException late -> new NoAnswer("it cannot be reached", false);
            case ConnectException refused -> new NoAnswer("it cannot be reached", false);
            case SSLHandshakeException untrusted ->
                new NoAnswer("its certificate is not trusted: " + untrusted.getMessage(), false);
            case IOException broken -> new NoAnswer("the connection broke: " + broken.getMessage(), true);
            default -> throw new IllegalStateException("a request failed", cause);
        };
    }

    /** A variable at the beginning is an address itself. */
    private static String url(String url, Values values) {
        int end = url.startsWith("${") ? url.indexOf('}') + 1 : 0;
        return values.fill(url.substring(0, end), text -> text) + values.fill(url.substring(end), Bodies::encoded);
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal("gateway.field-invalid", "The address of this gateway is none: correct it.");
        }
    }

    private static String header(String value, Values values) {
        String filled = values.fill(value, text -> text.replaceAll("\\p{Cntrl}", ""));
        return value.toLowerCase(Locale.ROOT).startsWith(BASIC) && value.contains(":")
                ? "Basic "
                        + Base64.getEncoder()
                                .encodeToString(filled.substring(BASIC.length()).getBytes(StandardCharsets.UTF_8))
                : filled;
    }
}
