package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.OpenSSLEngineOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenerTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Limits HASTY = new Limits(4 << 10, 8 << 10, SHORT, SHORT, 3, Duration.ofSeconds(5));

    @TempDir
    Path directory;

    @Test
    void http_1_0_and_1_1_are_spoken_and_every_answer_has_a_date() throws IOException {
        try (Served served = Served.plain(Limits.USUAL, ListenerTest::hello);
                Caller old = Caller.plain(served.port());
                Caller newer = Caller.plain(served.port())) {
            assertThat(old.say("GET / HTTP/1.0\r\n\r\n").all())
                    .startsWith("HTTP/1.0 200 OK\r\n")
                    .containsPattern("date: \\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n")
                    .endsWith("HTTP_1_0");
            newer.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(newer.head()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void tls_is_boringssl_and_speaks_all_three_versions() throws Exception {
        assertThat(OpenSSLEngineOptions.isAvailable()).isTrue();
        try (Served served = Served.with(secure(), ListenerTest::hello);
                Caller old = Caller.tls(served.port())) {
            assertThat(old.say("GET / HTTP/1.0\r\n\r\n").all())
                    .startsWith("HTTP/1.0 200 OK\r\n")
                    .endsWith("HTTP_1_0");
            assertThat(fetch(served, HttpClient.Version.HTTP_2)).isEqualTo("HTTP_2");
            assertThat(fetch(served, HttpClient.Version.HTTP_1_1)).isEqualTo("HTTP_1_1");
        }
    }

    @Test
    void a_renewed_certificate_is_shown_to_the_next_caller() throws Exception {
        try (Served served = Served.with(secure(), ListenerTest::hello)) {
            ServerKey other = new OwnCertificate(directory.resolve("b"), InstantSource.system(), new SecureRandom())
                    .serving(List.of("b.example"));
            served.listening().renew(other);
            assertThat(fetch(served, HttpClient.Version.HTTP_1_1)).isEqualTo("HTTP_1_1");
            assertThat(shown(served)).isEqualTo(other.spkiSha256());
        }
    }

    @Test
    void a_certificate_written_over_the_last_one_is_shown_too() throws Exception {
        Listener secure = secure();
        ServerKey first = secure.tls().orElseThrow();
        try (Served served = Served.with(secure, ListenerTest::hello)) {
            ServerKey other = new OwnCertificate(directory.resolve("b"), InstantSource.system(), new SecureRandom())
                    .serving(List.of("b.example"));
            Files.copy(other.certificate(), first.certificate(), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(other.key(), first.key(), StandardCopyOption.REPLACE_EXISTING);
            served.listening().renew(first);
            assertThat(shown(served)).isEqualTo(other.spkiSha256());
        }
    }

    @Test
    void a_silent_caller_and_one_that_sends_its_head_byte_by_byte_are_cut_off() throws IOException {
        try (Served served = Served.plain(HASTY, ListenerTest::hello);
                Caller silent = Caller.plain(served.port());
                Caller slow = Caller.plain(served.port())) {
            assertThat(silent.all()).isEmpty();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> refuses(slow));
        }
    }

    @Test
    void one_connection_more_than_allowed_is_closed_and_a_place_is_free_again_after() throws IOException {
        try (Served served = Served.plain(HASTY, ListenerTest::hello)) {
            try (Caller first = Caller.plain(served.port());
                    Caller second = Caller.plain(served.port());
                    Caller third = Caller.plain(served.port())) {
                for (Caller caller : List.of(first, second, third)) {
                    assertThat(caller.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head())
                            .startsWith("HTTP/1.1 200");
                }
                try (Caller fourth = Caller.plain(served.port())) {
                    assertThat(fourth.all()).isEmpty();
                }
            }
            Awaitility.await().until(() -> served.listening().connections() == 0);
            try (Caller later = Caller.plain(served.port())) {
                assertThat(later.say("GET / HTTP/1.0\r\n\r\n").all()).startsWith("HTTP/1.0 200");
            }
        }
    }

    @Test
    void a_line_and_a_head_at_the_limit_pass_and_one_byte_more_does_not() throws IOException {
        try (Served served = Served.plain(Limits.USUAL, ListenerTest::hello)) {
            int room = Limits.USUAL.lineBytesMax() - "GET / HTTP/1.0".length();
            assertThat(line(served, room)).startsWith("HTTP/1.0 200");
            assertThat(line(served, room + 1)).contains(" 414 ").contains("http.line-too-long");
            assertThat(field(served, 8_000)).startsWith("HTTP/1.0 200");
            assertThat(field(served, 8_200)).contains(" 431 ").contains("http.head-too-large");
        }
    }

    @Test
    void what_is_no_http_gets_a_problem_and_is_closed() throws IOException {
        try (Served served = Served.plain(Limits.USUAL, ListenerTest::hello);
                Caller caller = Caller.plain(served.port())) {
            assertThat(caller.say("\u0001\u0002 nonsense\r\n\r\n").all())
                    .contains(" 400 ")
                    .contains("http.malformed")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void a_stopping_listener_lets_the_request_in_work_end_and_takes_no_other() throws Exception {
        var arrived = new CountDownLatch(1);
        var go = new CompletableFuture<String>();
        Served served = Served.plain(
                Limits.USUAL,
                request -> Served.LOOP.offLoop(request, () -> {
                    arrived.countDown();
                    return Content.text("text/plain", go.get());
                }));
        try (Caller caller = Caller.plain(served.port())) {
            int port = served.port();
            caller.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            arrived.await();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(served.listening()::stop);
            Awaitility.await().ignoreExceptions().until(() -> isRefused(port));
            go.complete("done");
            assertThat(caller.all()).startsWith("HTTP/1.1 200 OK").endsWith("done");
            stopped.get();
        } finally {
            served.vertx().close().await();
        }
    }

    @Test
    void a_port_in_use_is_said_at_once() {
        try (Served served = Served.plain(Limits.USUAL, ListenerTest::hello)) {
            var same = new Listener("127.0.0.1", served.port(), Optional.empty(), Limits.USUAL);
            assertThatThrownBy(() -> Served.with(same, ListenerTest::hello))
                    .isInstanceOf(Listener.CannotListen.class)
                    .hasMessageContaining("port " + served.port());
        }
    }

    private static void hello(HttpServerRequest request) {
        Served.LOOP.onLoop(
                request, () -> Content.text("text/plain", request.version().name()));
    }

    private Listener secure() {
        ServerKey key = new OwnCertificate(directory.resolve("a"), InstantSource.system(), new SecureRandom())
                .serving(List.of("a.example"));
        return new Listener("127.0.0.1", 0, Optional.of(key), Limits.USUAL);
    }

    private static String fetch(Served served, HttpClient.Version version) throws Exception {
        return send(served, version).body();
    }

    private static String shown(Served served) throws Exception {
        var chain = send(served, HttpClient.Version.HTTP_1_1)
                .sslSession()
                .orElseThrow()
                .getPeerCertificates();
        return ServerKey.spkiSha256((java.security.cert.X509Certificate) chain[0]);
    }

    private static HttpResponse<String> send(Served served, HttpClient.Version version) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(Caller.trustingAnyone())
                .version(version)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + served.port() + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static boolean refuses(Caller slow) {
        try {
            slow.say("X");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static boolean isRefused(int port) {
        try (Caller caller = Caller.plain(port)) {
            return caller.say("GET / HTTP/1.0\r\n\r\n").all().isEmpty();
        } catch (IOException refused) {
            return true;
        }
    }

    private static String line(Served served, int extra) throws IOException {
        try (Caller caller = Caller.plain(served.port())) {
            return caller.say("GET /" + "a".repeat(extra) + " HTTP/1.0\r\n\r\n").all();
        }
    }

    private static String field(Served served, int length) throws IOException {
        try (Caller caller = Caller.plain(served.port())) {
            return caller.say("GET / HTTP/1.0\r\nx: " + "a".repeat(length) + "\r\n\r\n")
                    .all();
        }
    }
}
