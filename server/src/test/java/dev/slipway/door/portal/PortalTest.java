package dev.slipway.door.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.identity.Tokens;
import dev.slipway.bootloader.protocol.LogonAnswer;
import dev.slipway.bootloader.protocol.ReportAnswer;
import dev.slipway.bootloader.protocol.ServerDescription;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.fake.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {
    private static final String LOGON = """
            {"claim": {"platform": "linux", "architecture": "x86_64", "os": "Debian", "os_version": "13",
              "maker": "", "model": "", "serial": "", "identifiers": {"machine": ["%s"]}, "free_bytes": 1000,
              "bootloader_version": "0.1"},
             "login": "alice", "password": "%s"}
            """;

    private Doorway door;
    private Browser browser;
    private String lasting;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        door = new Doorway(directory);
        browser = Browser.at(door.clear.port());
        door.publish();
        lasting = logOn("m-lasting");
    }

    @AfterAll
    void close() {
        browser.close();
        door.close();
    }

    @Test
    void the_server_describes_itself_to_anybody() throws Exception {
        for (String path : List.of("/boot/v1/server", "/at/it@example.com/boot/v1/server")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            var said = ServerDescription.from(JsonReader.document(answer.body().getBytes(StandardCharsets.UTF_8)));
            assertThat(said.alias()).isEqualTo("it@example.com");
            assertThat(said.addresses().tlsUrl()).hasToString("https://portal.example.com");
            assertThat(said.roots()).hasSize(1);
        }
    }

    @Test
    void a_log_on_gives_a_token_and_the_token_the_bundle() throws Exception {
        String token = logOn("m-story");
        HttpResponse<String> first = browser.get("/boot/v1/bundle", bearer(token));
        assertThat(first.statusCode()).isEqualTo(200);
        String etag = first.headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again =
                browser.get("/boot/v1/bundle", "authorization", "Bearer " + token, "if-none-match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("etag")).contains(etag);
        HttpResponse<String> behind = browser.get("/at/it@example.com/boot/v1/bundle", bearer(token));
        assertThat(behind.statusCode()).isEqualTo(200);
    }

    @Test
    void a_poll_is_answered_from_memory_until_something_changes() throws Exception {
        String token = logOn("m-memory");
        String first = browser.get("/boot/v1/bundle", bearer(token)).body();
        assertThat(browser.get("/boot/v1/bundle", bearer(token)).body()).isEqualTo(first);
        logOn("m-memory-other");
        assertThat(browser.get("/boot/v1/bundle", bearer(token)).statusCode()).isEqualTo(200);
        String newer = logOn("m-memory");
        assertNotFound(browser.get("/boot/v1/bundle", bearer(token)));
        assertThat(browser.get("/boot/v1/bundle", bearer(newer)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_poll_is_noted_and_written_with_the_next_batch() throws Exception {
        String token = logOn("m-seen");
        browser.get("/boot/v1/bundle", "authorization", "Bearer " + token, "user-agent", "first/1");
        browser.get("/boot/v1/bundle", "authorization", "Bearer " + token, "user-agent", "second/2");
        Id<Device> device = door.ledger
                .lookups()
                .deviceByToken(Tokens.sha256(new Secret(token)))
                .orElseThrow()
                .record()
                .id();
        assertThat(door.store.last(door.tenant.id(), device)).isEmpty();
        door.seen.write();
        Seen last = door.store.last(door.tenant.id(), device).orElseThrow();
        assertThat(last.userAgent()).isEqualTo("second/2");
        assertThat(last.address()).isEqualTo("127.0.0.1");
        assertThat(door.seen.waiting()).isZero();
    }

    @Test
    void polls_are_counted_by_their_answers() throws Exception {
        String token = logOn("m-counted");
        List<Long> before = counted();
        browser.get("/boot/v1/bundle", bearer(token));
        String etag = browser.get("/boot/v1/bundle", bearer(token))
                .headers()
                .firstValue("etag")
                .orElseThrow();
        browser.get("/boot/v1/bundle", "authorization", "Bearer " + token, "if-none-match", etag);
        browser.get("/boot/v1/bundle", bearer("nobody"));
        assertThat(counted()).isEqualTo(before.stream().map(count -> count + 1).toList());
    }

    @Test
    void who_needs_a_new_bundle_while_too_many_wait_is_told_when_to_come_and_who_needs_none_is_answered()
            throws Exception {
        String token = logOn("m-patient");
        String fresh = logOn("m-late");
        HttpResponse<String> known = browser.get("/boot/v1/bundle", bearer(token));
        var open = new CountDownLatch(1);
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            while (door.line.turnedAway().isEmpty()) {
                waiting.submit(() -> door.line.work(() -> open.await(1, TimeUnit.MINUTES)));
            }
            HttpResponse<String> late = browser.get("/boot/v1/bundle", bearer(fresh));
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.body()).contains("bundle.later");
            assertThat(Long.parseLong(late.headers().firstValue("retry-after").orElseThrow()))
                    .isBetween(5L, 60L);
            assertThat(browser.get("/boot/v1/bundle", bearer(token)).body()).isEqualTo(known.body());
            open.countDown();
        }
        assertThat(browser.get("/boot/v1/bundle", bearer(fresh)).statusCode()).isEqualTo(200);
        assertThat(door.counts.later().sum()).isPositive();
    }

    private List<Long> counted() {
        PollCounts counts = door.counts;
        return Stream.of(counts.made(), counts.whole(), counts.notModified(), counts.refused())
                .map(LongAdder::sum)
                .toList();
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_told_the_same() throws Exception {
        HttpResponse<String> wrong = browser.post("/boot/v1/logon", LOGON.formatted("m-wrong", "wrong horse"));
        HttpResponse<String> unknown = browser.post(
                "/boot/v1/logon", LOGON.formatted("m-wrong", "wrong horse").replace("alice", "nobody"));
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("logon.refused").isEqualTo(unknown.body());
    }

    @Test
    void a_login_that_failed_too_often_is_told_when_to_come_back_and_others_are_not() throws Exception {
        String guess = LOGON.formatted("m-guess", "wrong horse").replace("alice", "guessed");
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/boot/v1/logon", guess).statusCode()).isEqualTo(403);
        }
        HttpResponse<String> throttled = browser.post("/boot/v1/logon", guess);
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).contains("logon.throttled");
        assertThat(throttled.headers().firstValueAsLong("retry-after").orElseThrow())
                .isBetween(500L, 601L);
        assertThat(browser.post("/at/it@example.com/boot/v1/logon", guess).statusCode())
                .isEqualTo(429);
        assertThat(browser.post("/at/it@nowhere.example/boot/v1/logon", guess).statusCode())
                .isEqualTo(404);
        logOn("m-guess");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ | 400 | json.malformed", "{\"claim\": 1} | 400 | json.malformed"})
    void a_body_that_is_no_log_on_is_refused_with_its_place(String body, int status, String code) throws Exception {
        HttpResponse<String> answer = browser.post("/boot/v1/logon", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void an_oversized_log_on_is_413_and_one_that_is_no_json_415() throws Exception {
        assertThat(browser.post("/boot/v1/logon", "x".repeat((64 << 10) + 1)).statusCode())
                .isEqualTo(413);
        assertThat(browser.ask("POST", "/boot/v1/logon", "x", "content-type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_report_is_acknowledged_and_repeated_without_harm() throws Exception {
        String token = logOn("m-report");
        String report = """
                {"installed": {}, "events": [{"seq": 7, "at": "2026-11-22T12:00:00Z", "bundle_version": 0,
                 "step": "poll", "state": "done"}]}
                """;
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = browser.post("/boot/v1/report", report, bearer(token));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(ReportAnswer.from(JsonReader.document(answer.body().getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(new ReportAnswer(7, false));
        }
        assertNotFound(browser.post("/boot/v1/report", report, bearer("unknown")));
        assertThat(answerToLogOn("m-report").lastEvent()).isEqualTo(7);
    }

    @Test
    void who_says_farewell_is_let_go_and_not_known_again() throws Exception {
        String token = logOn("m-farewell");
        String report = """
                {"installed": {}, "events": [{"seq": 1, "at": "2026-11-22T12:00:00Z", "bundle_version": 0,
                 "step": "unenroll", "state": "done"}]}
                """;
        HttpResponse<String> answer = browser.post("/boot/v1/report", report, bearer(token));
        assertThat(answer.body()).contains("\"stop\":true");
        assertNotFound(browser.get("/boot/v1/bundle", bearer(token)));
    }

    @Test
    void an_artifact_is_found_once_and_then_costs_no_sql_for_devices_that_are_let_in() throws Exception {
        String token = logOn("m-again");
        String path = "/artifact/" + door.artifact.sha256();
        browser.get("/boot/v1/bundle", bearer(token));
        browser.get(path, bearer(token));
        assertThat(TestDatabase.statements(door.database, () -> {
                    assertThat(status(path, token)).isEqualTo(200);
                    assertThat(status("/artifact/" + "0".repeat(63), token)).isEqualTo(404);
                }))
                .isEmpty();
        String newer = logOn("m-again");
        assertNotFound(browser.get(path, bearer(token)));
        assertNotFound(browser.get(path, bearer("unknown")));
        browser.get("/boot/v1/bundle", bearer(newer));
        block(newer);
        assertNotFound(browser.get(path, bearer(newer)));
    }

    private int status(String path, String token) {
        try {
            return browser.get(path, bearer(token)).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void block(String token) {
        Device device = door.ledger
                .lookups()
                .deviceByToken(Tokens.sha256(new Secret(token)))
                .orElseThrow()
                .record();
        door.ledger.note(door.tenant.id(), stores -> {
            stores.devices()
                    .replace(new Device(
                            device.id(),
                            device.name(),
                            device.type(),
                            device.user(),
                            Device.State.BLOCKED,
                            device.created()));
            return true;
        });
    }

    @Test
    void an_artifact_is_for_devices_of_a_tenant_that_refers_to_it() throws Exception {
        String token = logOn("m-artifact");
        String path = "/artifact/" + door.artifact.sha256();
        HttpResponse<String> whole = browser.get(path, bearer(token));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(Doorway.CONTENT);
        assertThat(whole.headers().firstValue("etag")).contains('"' + door.artifact.sha256() + '"');
        assertThat(whole.headers().firstValue("cache-control")).contains("private, max-age=31536000, immutable");
        HttpResponse<String> rest = browser.get(
                path,
                "authorization",
                "Bearer " + token,
                "range",
                "bytes=9990-",
                "if-range",
                '"' + door.artifact.sha256() + '"');
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo("0123456789");
        assertNotFound(browser.get(path));
        assertNotFound(browser.get(path, bearer("unknown")));
        assertNotFound(browser.get("/artifact/" + "0".repeat(64), bearer(token)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/boot",
                "/boot/v1/",
                "/boot/v1/server/",
                "/boot/v1/bundle",
                "/artifact/x",
                "/artifact/../etc",
                "/get/nothing",
                "/get/files/x.zip",
                "/at/other@example.com/boot/v1/server",
                "/boot%2fv1/server",
                "/%",
                "/at/it@example.com",
                "/x?y=%zz"
            })
    void whatever_is_not_there_is_the_same_404(String path) throws Exception {
        try (RawCaller caller = new RawCaller(door.clear.port())) {
            String answer = caller.ask("GET " + path + " HTTP/1.0\r\n\r\n").replaceAll("date: [^\r]*\r\n", "");
            try (RawCaller other = new RawCaller(door.clear.port())) {
                assertThat(answer)
                        .contains(" 404 ")
                        .isEqualTo(other.ask("GET /nowhere HTTP/1.0\r\n\r\n").replaceAll("date: [^\r]*\r\n", ""));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Microsoft-Server-ActiveSync?Cmd=Ping", "/AutoDiscover/autodiscover.xml"})
    void a_request_that_a_relay_should_have_led_elsewhere_is_told_so(String path) throws Exception {
        assertThat(browser.get(path).statusCode()).isEqualTo(421);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /boot/v1/server | GET, HEAD",
                "POST | /boot/v1/bundle | GET, HEAD",
                "GET | /boot/v1/logon | POST",
                "GET | /boot/v1/report | POST",
                "PUT | /get | GET, HEAD"
            })
    void another_method_is_told_which_are_right(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = browser.ask(method, path, "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/boot/v1/server",
                "/boot/v1/bundle",
                "/artifact/{}",
                "/get",
                "/get/linux",
                "/get/migration",
                "/get/style.css",
                "/get/files/slipway-bootloader-linux.zip",
                "/at/it@example.com/get"
            })
    void head_says_what_get_says(String path) throws Exception {
        String real = path.replace("{}", door.artifact.sha256());
        HttpResponse<String> get = browser.get(real, bearer(lasting));
        HttpResponse<String> head = browser.head(real, bearer(lasting));
        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(fields(head)).isEqualTo(fields(get));
    }

    private static Map<String, List<String>> fields(HttpResponse<String> answer) {
        var fields = new TreeMap<>(answer.headers().map());
        fields.remove("date");
        return fields;
    }

    private String logOn(String machine) throws Exception {
        return answerToLogOn(machine).token().reveal();
    }

    private LogonAnswer answerToLogOn(String machine) throws Exception {
        HttpResponse<String> answer = browser.post("/boot/v1/logon", LOGON.formatted(machine, "correct horse"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        return LogonAnswer.from(JsonReader.document(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    private void assertNotFound(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(browser.get("/nowhere").body());
        assertThat(fields(answer)).isEqualTo(fields(browser.get("/nowhere")));
    }

    private static String[] bearer(String token) {
        return new String[] {"authorization", "Bearer " + token};
    }
}
