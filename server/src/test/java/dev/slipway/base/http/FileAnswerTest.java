package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileAnswerTest {
    private static final String TEXT = "0123456789abcdefghijklmnopqrstuvwxyz";

    private Served served;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("content"), TEXT, StandardCharsets.US_ASCII);
        var answer = new FileAnswer(
                file,
                new Validators(TEXT.length(), "t1", Optional.of(Instant.parse("2026-11-22T10:00:00Z"))),
                Map.of("content-type", "text/plain", "cache-control", FileAnswer.IMMUTABLE));
        var gone = new FileAnswer(directory.resolve("gone"), new Validators(5, "t2", Optional.empty()), Map.of());
        served = Served.plain(
                Limits.USUAL,
                request -> Served.LOOP.onLoop(request, () -> request.path().equals("/gone") ? gone : answer));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void the_whole_is_sent_with_its_validators() throws IOException {
        String answer = ask("GET", "");
        assertThat(answer)
                .startsWith("HTTP/1.0 200 OK\r\n")
                .containsIgnoringCase("etag: \"t1\"\r\n")
                .containsIgnoringCase("last-modified: Sun, 22 Nov 2026 10:00:00 GMT\r\n")
                .containsIgnoringCase("accept-ranges: bytes\r\n")
                .containsIgnoringCase("content-type: text/plain\r\n")
                .containsIgnoringCase("cache-control: " + FileAnswer.IMMUTABLE)
                .containsIgnoringCase("content-length: 36\r\n")
                .endsWith("\r\n\r\n" + TEXT);
    }

    @Test
    void head_says_the_same_and_sends_nothing() throws IOException {
        assertThat(ask("HEAD", ""))
                .startsWith("HTTP/1.0 200 OK\r\n")
                .containsIgnoringCase("content-length: 36\r\n")
                .containsIgnoringCase("etag: \"t1\"\r\n")
                .endsWith("\r\n\r\n");
        assertThat(ask("HEAD", "Range: bytes=0-3\r\n")).startsWith("HTTP/1.0 200 OK");
    }

    @Test
    void one_range_is_sent_as_it_is() throws IOException {
        assertThat(ask("GET", "Range: bytes=10-12\r\n"))
                .startsWith("HTTP/1.0 206 Partial Content\r\n")
                .containsIgnoringCase("content-range: bytes 10-12/36\r\n")
                .containsIgnoringCase("content-length: 3\r\n")
                .endsWith("\r\n\r\nabc");
        assertThat(ask("GET", "Range: bytes=-2\r\n")).endsWith("\r\n\r\nyz");
    }

    @Test
    void several_ranges_are_sent_as_parts_with_the_announced_length() throws IOException {
        String answer = ask("GET", "Range: bytes=0-1, 10-11, -1\r\n");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(answer)
                .startsWith("HTTP/1.0 206")
                .containsIgnoringCase("content-type: multipart/byteranges; boundary=")
                .containsIgnoringCase("content-length: " + body.length() + "\r\n");
        assertThat(body)
                .containsSubsequence(
                        "content-range: bytes 0-1/36\r\n\r\n01\r\n--",
                        "content-range: bytes 10-11/36\r\n\r\nab\r\n--",
                        "content-range: bytes 35-35/36\r\n\r\nz\r\n--")
                .endsWith("--\r\n");
    }

    @Test
    void a_range_behind_the_end_is_416_with_the_length() throws IOException {
        assertThat(ask("GET", "Range: bytes=36-\r\n"))
                .startsWith("HTTP/1.0 416")
                .containsIgnoringCase("content-range: bytes */36\r\n")
                .contains("http.range");
    }

    @Test
    void a_range_of_other_bytes_gets_the_whole() throws IOException {
        assertThat(ask("GET", "Range: bytes=1-2\r\nIf-Range: \"t0\"\r\n")).startsWith("HTTP/1.0 200");
        assertThat(ask("GET", "Range: bytes=1-2\r\nIf-Range: \"t1\"\r\n")).startsWith("HTTP/1.0 206");
    }

    @Test
    void who_has_it_already_gets_304_without_bytes() throws IOException {
        assertThat(ask("GET", "If-None-Match: \"t1\"\r\n"))
                .startsWith("HTTP/1.0 304 Not Modified\r\n")
                .containsIgnoringCase("etag: \"t1\"\r\n")
                .containsIgnoringCase("cache-control: ")
                .doesNotContainIgnoringCase("content-length")
                .endsWith("\r\n\r\n");
    }

    @Test
    void who_names_other_bytes_gets_412() throws IOException {
        assertThat(ask("GET", "If-Match: \"t0\"\r\n"))
                .startsWith("HTTP/1.0 412")
                .contains("http.precondition-failed");
    }

    @Test
    void a_file_that_is_gone_is_never_taken_for_an_empty_one() throws IOException {
        try (Caller caller = Caller.plain(served.port())) {
            String answer = caller.say("GET /gone HTTP/1.0\r\n\r\n").all();
            assertThat(answer.isEmpty() || answer.contains("content-length: 5\r\n") && answer.endsWith("\r\n\r\n"))
                    .as(answer)
                    .isTrue();
        }
    }

    private String ask(String method, String fields) throws IOException {
        try (Caller caller = Caller.plain(served.port())) {
            return caller.say(method + " / HTTP/1.0\r\n" + fields + "\r\n").all();
        }
    }
}
