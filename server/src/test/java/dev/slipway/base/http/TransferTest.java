package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files longer than a region and than a piece, so that what is between two of them is seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferTest {
    private static final int BYTES = 2 * Transfer.REGION_BYTES + Transfer.FilePieces.PIECE_BYTES + 3;

    private final byte[] content = new byte[BYTES];
    private Served clear;
    private Served tls;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        new Random(1).nextBytes(content);
        Path file = Files.write(directory.resolve("content"), content);
        var answer = new FileAnswer(file, new Validators(BYTES, "t1", Optional.empty()), Map.of());
        var longer = new FileAnswer(file, new Validators(BYTES + 5, "t2", Optional.empty()), Map.of());
        ServerKey key =
                new OwnCertificate(directory, InstantSource.system(), new SecureRandom()).serving(List.of("a.example"));
        clear = serving(Optional.empty(), answer, longer);
        tls = serving(Optional.of(key), answer, longer);
    }

    private static Served serving(Optional<ServerKey> key, FileAnswer answer, FileAnswer longer) {
        return Served.with(
                new Listener("127.0.0.1", 0, key, Limits.USUAL),
                request -> Served.LOOP.onLoop(request, () -> request.path().equals("/longer") ? longer : answer));
    }

    @AfterAll
    void stop() {
        clear.close();
        tls.close();
    }

    @Test
    void every_byte_comes_in_the_clear_and_over_tls() throws IOException {
        try (Caller plain = Caller.plain(clear.port());
                Caller secret = Caller.tls(tls.port())) {
            assertThat(body(plain, "")).isEqualTo(content);
            assertThat(body(secret, "")).isEqualTo(content);
        }
    }

    @Test
    void a_slice_across_regions_and_pieces_is_exactly_that_slice() throws IOException {
        int from = Transfer.REGION_BYTES - 1;
        int to = 2 * Transfer.REGION_BYTES + 1;
        String range = "Range: bytes=" + from + "-" + to + "\r\n";
        byte[] wanted = Arrays.copyOfRange(content, from, to + 1);
        try (Caller plain = Caller.plain(clear.port());
                Caller secret = Caller.tls(tls.port())) {
            assertThat(body(plain, range)).isEqualTo(wanted);
            assertThat(body(secret, range)).isEqualTo(wanted);
        }
    }

    @Test
    void answers_on_one_connection_follow_each_other() throws IOException {
        String twice = "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        for (Caller caller : List.of(Caller.plain(clear.port()), Caller.tls(tls.port()))) {
            try (caller) {
                String all = caller.say(twice).all();
                String text = new String(content, StandardCharsets.ISO_8859_1);
                int end = all.indexOf("\r\n\r\n") + 4 + BYTES;
                assertThat(all.substring(end - BYTES, end).equals(text)).isTrue();
                assertThat(all.substring(end)).startsWith("HTTP/1.1 200 OK");
                assertThat(all.endsWith(text)).isTrue();
            }
        }
    }

    @Test
    void a_file_shorter_than_announced_ends_the_connection() throws IOException {
        for (Caller caller : List.of(Caller.plain(clear.port()), Caller.tls(tls.port()))) {
            try (caller) {
                String all =
                        caller.say("GET /longer HTTP/1.1\r\nHost: a\r\n\r\n").all();
                assertThat(all.length() - all.indexOf("\r\n\r\n") - 4).isLessThan(BYTES + 5);
            }
        }
    }

    @Test
    void http_2_gets_the_same_bytes() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(Caller.trustingAnyone())
                .version(HttpClient.Version.HTTP_2)
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + tls.port() + "/"));
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo(content);
        }
    }

    private static byte[] body(Caller caller, String fields) throws IOException {
        String all = caller.say("GET / HTTP/1.0\r\n" + fields + "\r\n").all();
        return all.substring(all.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
    }
}
