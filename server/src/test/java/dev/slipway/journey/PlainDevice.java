package dev.slipway.journey;

import dev.slipway.bootloader.protocol.DeviceClaim;
import dev.slipway.bootloader.protocol.DeviceClaim.RunningSystem;
import dev.slipway.bootloader.protocol.LogonAnswer;
import dev.slipway.bootloader.protocol.LogonRequest;
import dev.slipway.bootloader.protocol.ReportAnswer;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportRequest;
import dev.slipway.bootloader.protocol.Secret;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A device that speaks the protocol by hand (docs/reference/bootloader-protocol.md), for what the Bootloader would
 * never do or is too slow for.
 *
 * @param serial what it is told apart by
 */
record PlainDevice(URI portal, String serial, HttpClient client) {
    private static final Duration WITHIN = Duration.ofMinutes(2);

    static PlainDevice at(House house, String serial) {
        return new PlainDevice(house.portal(), serial, HttpClient.newHttpClient());
    }

    /** The same device behind another address of this machine, which is another network to the throttle. */
    PlainDevice from(String address) {
        return new PlainDevice(
                portal,
                serial,
                HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral(address))
                        .build());
    }

    /** Logs on with a password, as a Linux machine. */
    HttpResponse<byte[]> logOn(String login, String password) {
        return logOn("linux", new LogonRequest.Credentials(login, new Secret(password)));
    }

    HttpResponse<byte[]> logOn(String platform, LogonRequest.Proof proof) {
        var claim = new DeviceClaim(
                new RunningSystem(platform, "x86_64", "debian", "13"),
                new DeviceClaim.Machine("Example", "Desk", serial),
                Map.of("serial", List.of(serial)),
                1L << 30,
                "0");
        return post("/boot/v1/logon", new LogonRequest(claim, proof).toJson(), "");
    }

    /** Logs on; the token. */
    String token(String login, String password) {
        return token(logOn(login, password));
    }

    static String token(HttpResponse<byte[]> answer) {
        return LogonAnswer.from(JsonReader.document(answer.body())).token().reveal();
    }

    /** Asks for the bundle, saying which one it has. */
    HttpResponse<byte[]> bundle(String token, Optional<String> etag) {
        var request = request("/boot/v1/bundle", token);
        etag.ifPresent(known -> request.header("if-none-match", known));
        return send(request.build());
    }

    HttpResponse<byte[]> artifact(String token, String sha256) {
        return send(request("/artifact/" + sha256, token).build());
    }

    /** Reports that it polled, as event number {@code sequence}. */
    HttpResponse<byte[]> report(String token, long sequence) {
        var event = new ReportEvent(
                sequence,
                Instant.EPOCH,
                1,
                Optional.empty(),
                ReportEvent.Step.POLL,
                new ReportEvent.Outcome(ReportEvent.State.DONE, Optional.empty()));
        return post("/boot/v1/report", new ReportRequest(Map.of(), List.of(event)).toJson(), token);
    }

    static long acknowledged(HttpResponse<byte[]> answer) {
        return ReportAnswer.from(JsonReader.document(answer.body())).acknowledged();
    }

    HttpResponse<byte[]> post(String path, JsonObject body, String token) {
        return send(request(path, token)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(JsonWriter.compact(body)))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(portal.resolve(path)).timeout(WITHIN);
        return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The code of a refusal. */
    static String code(HttpResponse<byte[]> answer) {
        return JsonReader.document(answer.body()).get("code").text();
    }
}
