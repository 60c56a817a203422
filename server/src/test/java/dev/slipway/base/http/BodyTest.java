package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyTest {
    private static final Body LIMITS = new Body(10, Duration.ofMillis(400));
    private static final CompletableFuture<Throwable> BROKEN = new CompletableFuture<>();

    private Served served;

    @BeforeAll
    void serve() {
        served = Served.plain(Limits.USUAL, BodyTest::echo);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void a_body_at_the_limit_is_read_and_one_past_it_is_413() throws IOException {
        assertThat(post("content-length: 10\r\n", "0123456789"))
                .contains(" 200 ")
                .endsWith("0123456789");
        assertThat(post("content-length: 11\r\n", "0123456789a"))
                .contains(" 413 ")
                .contains("http.too-large");
        assertThat(post("transfer-encoding: chunked\r\n", "b\r\n0123456789a\r\n0\r\n\r\n"))
                .contains(" 413 ")
                .contains("http.too-large");
    }

    @Test
    void a_body_announced_too_large_is_refused_before_its_first_byte() throws IOException {
        assertThat(post("content-length: 999999999999\r\n", "")).contains(" 413 ");
    }

    /** A connection closed over unread bytes is reset, and a reset throws away the answer on its way. */
    @Test
    void who_says_all_of_an_oversized_body_before_reading_still_learns_why() throws IOException {
        for (String fields : List.of("content-length: 4000000\r\n", "transfer-encoding: chunked\r\n\r\n3d0900")) {
            try (Caller caller = Caller.plain(served.port())) {
                caller.say("POST / HTTP/1.1\r\nHost: a\r\ncontent-type: application/json\r\n" + fields + "\r\n");
                caller.say("x".repeat(4_000_000));
                assertThat(caller.all()).contains(" 413 ").contains("http.too-large");
            }
        }
    }

    @Test
    void a_slow_body_is_408_and_its_connection_closed() throws IOException {
        assertThat(post("content-length: 10\r\n", "012"))
                .contains(" 408 ")
                .contains("http.slow")
                .containsIgnoringCase("connection: close");
    }

    @Test
    void a_truncated_body_reaches_nobody() throws Exception {
        try (Caller caller = Caller.plain(served.port())) {
            caller.say("POST /truncated HTTP/1.1\r\nHost: a\r\n"
                    + "content-type: application/json\r\ncontent-length: 9\r\n\r\n01");
        }
        assertThat(BROKEN.get()).isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo("http.truncated"));
    }

    @Test
    void a_body_that_says_it_is_no_json_is_415() throws IOException {
        assertThat(post("content-length: 1\r\ncontent-type: text/plain\r\n", "0"))
                .contains(" 415 ");
    }

    private static void echo(HttpServerRequest request) {
        if ("/truncated".equals(request.path())) {
            LIMITS.read(request).onFailure(BROKEN::complete);
        } else {
            Served.LOOP.withJson(request, LIMITS, body -> () -> Content.of("application/json", body.getBytes()));
        }
    }

    private String post(String fields, String body) throws IOException {
        String type = fields.contains("content-type") ? "" : "content-type: application/json; charset=utf-8\r\n";
        try (Caller caller = Caller.plain(served.port())) {
            caller.say("POST / HTTP/1.1\r\nHost: a\r\nconnection: close\r\n" + type + fields + "\r\n" + body);
            return caller.all();
        }
    }
}
