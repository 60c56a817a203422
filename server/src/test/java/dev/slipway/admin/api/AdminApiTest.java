package dev.slipway.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API through HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminApiTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        house = new TestHouse(directory);
    }

    @AfterAll
    void close() {
        client.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                             | 400 | request.malformed",
                "{\"login\":\"a\",\"login\":\"b\"}   | 400 | request.malformed",
                "{}                            | 422 | request.invalid",
                "{\"login\":5}                   | 422 | request.invalid",
                "{\"login\":\"a\",\"nickname\":\"b\"}| 422 | request.unknown-field",
                "{\"login\":\"a b\"}               | 422 | input.login",
                "{\"login\":\"a\",\"password\":\"x\"}| 422 | password.too-short"
            })
    void a_body_that_cannot_be_is_a_problem_with_a_code(String body, int status, String code) throws Exception {
        HttpResponse<String> answer = send(request("users").POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(MAPPER.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }

    @Test
    void a_request_without_a_token_learns_nothing() throws Exception {
        var bare = HttpRequest.newBuilder(uri("users")).build();

        HttpResponse<String> answer = client.send(bare, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
    }

    @Test
    void a_repeated_request_is_done_once_and_answered_alike() throws Exception {
        var create =
                request("groups").header("idempotency-key", "k1").POST(BodyPublishers.ofString("{\"name\":\"once\"}"));

        HttpResponse<String> first = send(create);
        HttpResponse<String> second = send(create);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        var other =
                request("groups").header("idempotency-key", "k1").POST(BodyPublishers.ofString("{\"name\":\"two\"}"));
        assertThat(send(other).body()).contains("request.key-reused");
    }

    @Test
    void of_equal_requests_at_the_same_moment_one_is_done_and_all_are_answered_alike() {
        var create = request("groups")
                .header("idempotency-key", "k3")
                .POST(BodyPublishers.ofString("{\"name\":\"at-once\"}"))
                .build();
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> client.sendAsync(create, BodyHandlers.ofString()))
                .limit(6)
                .toList();

        List<String> answers = sent.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.statusCode() + answer.body())
                .distinct()
                .toList();

        assertThat(answers).singleElement().asString().startsWith("201");
    }

    @Test
    void the_answer_to_a_repeated_request_never_holds_a_secret_again() throws Exception {
        send(request("users").POST(BodyPublishers.ofString("{\"login\":\"act\"}")));
        var issue = request("activations")
                .header("idempotency-key", "k2")
                .POST(BodyPublishers.ofString("{\"user\":\"act\"}"));

        assertThat(send(issue).body()).contains("\"ticket\"");
        assertThat(send(issue).body()).contains("request.done-before").doesNotContain("ticket");
    }

    @Test
    void a_list_goes_page_by_page() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(request("security-models").POST(BodyPublishers.ofString("{\"name\":\"model-" + i + "\"}")));
        }

        int count = 0;
        String after = "";
        do {
            JsonNode page = MAPPER.readTree(
                    send(request("security-models?limit=2" + after)).body());
            count += page.path("items").size();
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());

        assertThat(count).isEqualTo(5);
        assertThat(send(request("security-models?limit=0")).body()).contains("request.page");
        assertThat(send(request("security-models?limit=1001")).body()).contains("request.page");
        assertThat(send(request("security-models?limit=1000")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_patch_changes_what_it_names_and_null_takes_away() throws Exception {
        send(request("users")
                .POST(BodyPublishers.ofString(
                        "{\"login\":\"pat\",\"person\":{\"name\":\"Pat\",\"phone\":\"+41441234567\"}}")));

        HttpResponse<String> answer = send(request("users/pat")
                .method(
                        "PATCH",
                        BodyPublishers.ofString("{\"person\":{\"phone\":null,\"email\":\"pat@example.com\"}}")));

        assertThat(answer.body())
                .contains("\"name\":\"Pat\"", "pat@example.com")
                .doesNotContain("phone");
    }

    @Test
    void a_change_of_another_version_than_the_caller_saw_is_refused() throws Exception {
        send(request("users").POST(BodyPublishers.ofString("{\"login\":\"ver\"}")));
        String seen = version(request("users/ver"));
        HttpRequest.Builder disable = request("users/ver")
                .header("if-match", seen)
                .method("PATCH", BodyPublishers.ofString("{\"state\":\"disabled\"}"));

        HttpResponse<String> changed = send(disable);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("etag")).contains(version(request("users/ver")));
        assertThat(send(disable))
                .returns(412, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("request.changed");
        assertThat(send(request("users/ver").header("if-match", seen).DELETE()).statusCode())
                .isEqualTo(412);
        assertThat(send(request("users/ver").header("if-match", "\"a\", *").DELETE())
                        .statusCode())
                .isEqualTo(412);
        assertThat(send(request("users/ver").header("if-match", "*").DELETE()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void the_accounts_of_a_device_are_placed_only_as_the_caller_saw_them() throws Exception {
        send(request("device-types")
                .POST(BodyPublishers.ofString(
                        "{\"name\":\"t\",\"family\":{\"maker\":\"\",\"family\":\"\",\"platform\":\"linux\"}}")));
        send(request("devices").POST(BodyPublishers.ofString("{\"name\":\"hall\",\"type\":\"t\"}")));
        String none = "{\"accounts\":[]}";

        assertThat(send(request("devices/hall/accounts")
                                .header("if-match", "\"x\"")
                                .PUT(BodyPublishers.ofString(none)))
                        .statusCode())
                .isEqualTo(412);
        assertThat(send(request("devices/hall/accounts")
                                .header("if-match", version(request("devices/hall/accounts")))
                                .PUT(BodyPublishers.ofString(none)))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void what_has_no_version_takes_none() throws Exception {
        assertThat(send(request("groups").header("if-match", "*").POST(BodyPublishers.ofString("{\"name\":\"v\"}"))))
                .returns(412, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("request.no-version");
    }

    @Test
    void a_key_is_changed_by_its_document_and_not_by_a_version() throws Exception {
        var rotate = request("keys/rotate").header("if-match", "*").POST(BodyPublishers.ofString("{\"role\":\"tls\"}"));

        assertThat(send(rotate).body()).contains("request.no-version");
    }

    private String version(HttpRequest.Builder request) throws Exception {
        return send(request).headers().firstValue("etag").orElseThrow();
    }

    @Test
    void a_password_is_never_shown_and_stays_when_it_is_not_named() throws Exception {
        send(request("users").POST(BodyPublishers.ofString("{\"login\":\"sec\",\"password\":\"correct horse\"}")));

        String shown = send(request("users/sec").method("PATCH", BodyPublishers.ofString("{\"state\":\"disabled\"}")))
                .body();

        assertThat(shown)
                .contains("\"has_password\":true", "\"state\":\"disabled\"")
                .doesNotContain("horse", "argon2");
    }

    @Test
    void an_artifact_one_byte_too_long_is_refused() throws Exception {
        byte[] longest = new byte[TestHouse.ARTIFACT_BYTES_MAX];

        assertThat(send(upload(longest)).body()).contains("\"length\":" + longest.length);
        assertThat(send(upload(new byte[longest.length + 1]))).returns(413, HttpResponse::statusCode);
    }

    @Test
    void the_description_is_served_and_an_unknown_path_is_not() throws Exception {
        var description = HttpRequest.newBuilder(house.address().resolve("/api/openapi.json"));

        assertThat(send(description).body()).contains("\"openapi\" : \"3.1.0\"");
        assertThat(send(request("nothing")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_token_of_an_auditor_sees_and_changes_nothing() throws Exception {
        send(request("administrators").POST(BodyPublishers.ofString("{\"login\":\"aud\",\"role\":\"auditor\"}")));
        JsonNode issued = MAPPER.readTree(
                send(request("tokens").POST(BodyPublishers.ofString("{\"administrator\":\"aud\",\"name\":\"t\"}")))
                        .body());
        String bearer = "Bearer " + issued.path("token").asString();
        var see = HttpRequest.newBuilder(uri("users")).header("authorization", bearer);
        var change = HttpRequest.newBuilder(uri("users"))
                .header("authorization", bearer)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"login\":\"zoe\"}"));

        assertThat(send(see).statusCode()).isEqualTo(200);
        assertThat(send(change)).returns(403, HttpResponse::statusCode);
        send(request("tokens/t").DELETE());
        assertThat(send(see).statusCode()).isEqualTo(401);
    }

    private HttpRequest.Builder upload(byte[] bytes) {
        return request("artifacts").POST(BodyPublishers.ofByteArray(bytes));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("authorization", "Bearer " + house.token().reveal())
                .header("content-type", "application/json");
    }

    private URI uri(String path) {
        return house.address().resolve("/api/v1/" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
