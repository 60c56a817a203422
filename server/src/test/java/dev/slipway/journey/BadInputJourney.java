package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no caller of ours would send: a stable code, a sentence, and nothing kept. */
class BadInputJourney {
    /** Deadline of a head or of a log-on's body, and a moment for a busy machine. */
    private static final int SLOW_MILLISECONDS_MAX = 25_000;

    private static final int BOMB_BYTES = 512 << 20;

    private final House house = House.shared();
    private final Admin admin = house.admin();

    @TempDir
    Path directory;

    @Test
    void a_request_that_is_too_large_is_refused_before_it_is_read() throws IOException {
        assertThat(answer("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 414 ")
                .contains("\"http.line-too-long\"");
        assertThat(answer("GET /get HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(9_000) + "\r\n\r\n"))
                .contains(" 431 ");
        assertThat(answer(logOn(1 << 20, ""))).startsWith("HTTP/1.1 413").contains("\"http.too-large\"");
    }

    @Test
    void a_request_that_is_cut_short_or_no_json_is_refused() throws IOException {
        try (Socket socket = drip(logOn(100, "{\"claim\""))) {
            socket.shutdownOutput();
            assertThat(text(socket)).as("nobody is there to be told").isEmpty();
        }
        for (String body : List.of("{", "[1", "{\"claim\":{}}", "null", "{\"a\":1,\"a\":2}", "\u0000")) {
            assertThat(answer(logOn(body.length(), body)))
                    .as(body)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"json.malformed\"");
        }
        assertThat(answer("GARBAGE\r\n\r\n")).contains(" 400 ").contains("\"http.malformed\"");
    }

    @Test
    void a_caller_of_one_byte_a_second_is_cut_off() throws IOException {
        try (Socket head = drip("GET /get HTTP/1.1\r\nHost: ");
                Socket body = drip(logOn(1_000, "{"));
                var second = Executors.newSingleThreadScheduledExecutor()) {
            long began = System.nanoTime();
            var dripping = second.scheduleAtFixedRate(
                    () -> {
                        drop(head);
                        drop(body);
                    },
                    1,
                    1,
                    TimeUnit.SECONDS);
            assertThat(text(body)).contains("408").contains("\"http.slow\"");
            assertThat(text(head)).doesNotContain("200");
            dripping.cancel(true);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(SLOW_MILLISECONDS_MAX);
        }
    }

    @Test
    void an_archive_that_would_leave_its_directory_or_burst_is_not_published() throws Exception {
        Map<String, byte[]> archives = Map.of(
                "climbing", Zip.of("../evil", "x"),
                "absolute", Zip.of("/etc/evil", "x"),
                "linking", linking(),
                "bursting", Zip.of("zeros", new byte[BOMB_BYTES]),
                "cut", cut(Zip.of("file", "x")),
                "none", "no archive".getBytes(StandardCharsets.US_ASCII));
        archives.forEach((name, bytes) -> {
            Admin.Answer answer = admin.publish("bad-" + name, "1.0", bytes, "[]");
            assertThat(answer.status()).as("%s: %s", name, answer.body()).isEqualTo(422);
            assertThat(answer.body().path("code").asString()).as(name).startsWith("archive.");
            assertThat(answer.body().path("detail").asString()).as(name).endsWith(".");
            assertThat(admin.get("applications/bad-" + name).status()).isEqualTo(404);
        });
    }

    @Test
    void a_wrong_wish_of_an_administrator_changes_nothing() {
        assertThat(admin.post("profiles", Map.of("name", "typo", "settings", Admin.settings("polling.mod=rnd"))))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.body().path("code").asString()).isEqualTo("settings.unknown-key");
                    assertThat(answer.body().path("detail").asString()).contains("polling.mode");
                });
        assertThat(admin.get("profiles/typo").status()).isEqualTo(404);
        admin.user("twin", "correct horse battery");
        Admin.Answer twice = admin.post("users", Map.of("login", "twin"));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body().path("code").asString()).isEqualTo("fleet.duplicate");
    }

    private static String logOn(int length, String body) {
        return "POST /boot/v1/logon HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: %d\r\n\r\n%s".formatted(length, body);
    }

    /** Sends bytes and no more; all that comes back until the server closes. */
    private String answer(String request) throws IOException {
        try (Socket socket = drip(request.replaceFirst("\r\nHost: a", "\r\nHost: a\r\nConnection: close"))) {
            return text(socket);
        }
    }

    private Socket drip(String start) throws IOException {
        var socket = new Socket("127.0.0.1", house.ports().clear());
        socket.setSoTimeout(SLOW_MILLISECONDS_MAX);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** One byte more; a line that is cut by now is what the test waits for. */
    private static void drop(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException cut) {
            System.getLogger("journey").log(System.Logger.Level.DEBUG, cut.getMessage());
        }
    }

    private static String text(Socket socket) throws IOException {
        var text = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(text);
        } catch (java.net.SocketException reset) {
            System.getLogger("journey").log(System.Logger.Level.DEBUG, reset.getMessage());
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length - 10);
    }

    /** A tar of a link out of the archive, as {@code tar} makes it. */
    private byte[] linking() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("..", "..", "etc"));
        Path archive = directory.resolve("link.tar.gz");
        Process tar = new ProcessBuilder(
                        "tar",
                        "-czf",
                        archive.toString(),
                        "-C",
                        directory.toString(),
                        link.getFileName().toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        Files.delete(link);
        return Files.readAllBytes(archive);
    }
}
