package dev.slipway.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every collection of the API does alike: a repeated POST is done once, lists go page by page, refusals are
 * problems with a code. Which collections there are, the routes and the description say.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollectionsTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ROOT = "/api/v1/";

    /** A body for each, in an order in which they can be made; # is a digit, @ a hash that was uploaded. */
    private static final Map<String, String> BODIES = new LinkedHashMap<>();

    static {
        BODIES.put("groups", "{'name':'g#'}");
        BODIES.put("users", "{'login':'u#','person':{'phone':'+4179123456#'},'groups':['g0']}");
        BODIES.put("security-models", "{'name':'m#'}");
        BODIES.put("accounts", "{'user':'u0','address':'a#@example.com'}");
        BODIES.put("administrators", "{'login':'adm#','role':'auditor'}");
        BODIES.put("tokens", "{'administrator':'adm0','name':'t#'}");
        BODIES.put("device-types", "{'name':'dt#','family':{'maker':'','family':'','platform':'linux'}}");
        BODIES.put("devices", "{'name':'d#','type':'dt0','user':'u0','groups':['g0']}");
        BODIES.put("subscriptions", "{'imsi':'26201123456789#'}");
        BODIES.put(
                "releases",
                "{'application':'app0','version':'#.0','artifacts':[{'target':'any','kind':'files',"
                        + "'sha256':'@','file_name':'app.zip'}]}");
        BODIES.put("applications", "{'name':'other#'}");
        BODIES.put("download-addresses", "{'application':'app0','platform':'p#','url':'https://example.com/#'}");
        BODIES.put("application-hosts", "{'role':'r#','host':'h.example.com'}");
        BODIES.put("profiles", "{'name':'p#'}");
        BODIES.put("assignments", "{'profile':'p#','to':'everyone'}");
        BODIES.put("activations", "{'user':'u0'}");
        BODIES.put("gateways", "{'name':'gw#','supplier':'file'}");
        BODIES.put("messages", "{'user':'u#','channel':'sms'}");
        BODIES.put("sip-servers", "{'name':'s#'}");
        BODIES.put("webhooks", "{'name':'w#','address':'https://w#.example.com/'}");
        BODIES.put("tenants", "{'name':'t#','public_url':'https://t#.example.com'}");
    }

    /** They hold what is shown this once. */
    private static final Set<String> SECRET = Set.of("tokens", "activations", "sip-servers", "webhooks");

    /** POST on a plain path that makes no record. */
    private static final Set<String> NO_RECORDS = Set.of(
            "artifacts",
            "activations/check",
            "device-types/test",
            "keys/rotate",
            "keys/proposals",
            "polling/proposal",
            "polling/off",
            "polling/simulation",
            "imports/settings",
            "imports/phones",
            "imports/people");

    private final HttpClient client = HttpClient.newHttpClient();
    private TestHouse house;
    private String sha256;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        house = new TestHouse(directory);
        var upload = request("artifacts").POST(BodyPublishers.ofByteArray(zip()));
        sha256 = MAPPER.readTree(send(upload).body()).path("sha256").asString("");
    }

    @AfterAll
    void close() {
        client.close();
        house.close();
    }

    static Stream<String> made() {
        return BODIES.keySet().stream();
    }

    /** Those whose records have a path of their own. */
    Stream<String> readable() {
        List<String> shown = Routes.all(house.parts()).stream()
                .filter(route -> route.method() == HttpMethod.GET)
                .map(Route::path)
                .filter(route -> route.endsWith("}"))
                .map(route -> route.substring(ROOT.length(), route.lastIndexOf('/')))
                .toList();
        return BODIES.keySet().stream().filter(path -> !SECRET.contains(path)).filter(shown::contains);
    }

    Stream<String> lists() throws IOException {
        JsonNode description = MAPPER.readTree(AdminApi.class.getResourceAsStream("openapi.json"));
        return description.path("paths").properties().stream()
                .filter(path -> path.getValue().at("/get/parameters").toString().contains("\"after\""))
                .map(path -> path.getKey().substring(ROOT.length()));
    }

    @Test
    @Order(1)
    void every_route_that_makes_records_is_tried_here() {
        List<String> making = Routes.all(house.parts()).stream()
                .filter(route ->
                        route.method() == HttpMethod.POST && !route.path().contains("{"))
                .map(route -> route.path().substring(ROOT.length()))
                .filter(path -> !NO_RECORDS.contains(path))
                .toList();

        assertThat(making).containsExactlyInAnyOrderElementsOf(BODIES.keySet());
    }

    @ParameterizedTest
    @MethodSource("made")
    @Order(2)
    void a_repeated_request_is_done_once_and_answered_alike(String path) throws Exception {
        HttpResponse<String> first = post(path, 0, "key-" + path);
        HttpResponse<String> again = post(path, 0, "key-" + path);
        HttpResponse<String> other = post(path, 1, "key-" + path);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        if (SECRET.contains(path)) {
            assertRefused(again, 409, "request.done-before");
        } else {
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("etag"))
                    .isEqualTo(first.headers().firstValue("etag"))
                    .isPresent();
        }
        if (!path.equals("activations")) {
            assertRefused(other, 409, "request.key-reused");
        }
        for (int i = 1; i < 4; i++) {
            assertThat(post(path, i, "key-" + path + i).statusCode()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    @Order(2)
    void what_is_made_is_answered_as_it_is_kept(String path) throws Exception {
        HttpResponse<String> made = post(path, 5, "kept-" + path);
        JsonNode record = MAPPER.readTree(made.body());
        HttpResponse<String> kept = send(request(path + "/" + record.path("id").asString("")));

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(MAPPER.readTree(kept.body())).isEqualTo(record);
        assertThat(kept.headers().firstValue("etag"))
                .isEqualTo(made.headers().firstValue("etag"))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("made")
    @Order(3)
    void a_body_that_cannot_be_is_a_problem(String path) throws Exception {
        assertRefused(send(request(path).POST(BodyPublishers.ofString("{"))), 400, "request.malformed");
        String strange = body(path, 9).replaceFirst("\\{", "{\"nobody_knows\":1,");
        assertRefused(send(request(path).POST(BodyPublishers.ofString(strange))), 422, "request.unknown-field");
    }

    @ParameterizedTest
    @MethodSource("lists")
    @Order(4)
    void a_list_goes_page_by_page(String path) throws Exception {
        String filled = path.replace("{user}", "u0")
                .replace("{group}", "g0")
                .replace("{device}", "d0")
                .replace("{application}", "app0");
        if (filled.equals("imports")) {
            importPhones();
        }
        JsonNode whole = items(filled + "?limit=1000");
        List<JsonNode> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    MAPPER.readTree(send(request(filled + "?limit=1" + after)).body());
            page.path("items").forEach(paged::add);
            after = page.has("next") ? "&after=" + page.path("next").asString("") : "";
        } while (!after.isEmpty());

        assertThat(paged)
                .isNotEmpty()
                .containsExactlyElementsOf(whole.valueStream().toList());
        assertThat(new HashSet<>(paged)).hasSameSizeAs(paged);
        for (String wrong : List.of("?limit=0", "?limit=1001", "?limit=-1", "?limit=x", "?after=x!")) {
            assertRefused(send(request(filled + wrong)), 400, "request.page");
        }
    }

    /** What imports make is no record that is posted, and they are listed all the same. */
    private void importPhones() throws Exception {
        for (int i = 1; i < 4; i++) {
            String body = "{\"text\":\"mac,type\\n00041300000" + i + ",dt0\\n\"}";
            HttpResponse<String> done = send(request("imports/phones").POST(BodyPublishers.ofString(body)));
            assertThat(done.statusCode()).as(done.body()).isLessThan(300);
        }
    }

    private JsonNode items(String path) throws Exception {
        HttpResponse<String> answer = send(request(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body()).path("items");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode problem = MAPPER.readTree(answer.body());
        assertThat(problem.path("code").asString("")).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString("")).isNotEmpty();
    }

    private HttpResponse<String> post(String path, int number, String key) throws Exception {
        return send(request(path).header("idempotency-key", key).POST(BodyPublishers.ofString(body(path, number))));
    }

    private String body(String path, int number) {
        return BODIES.getOrDefault(path, "")
                .replace('\'', '"')
                .replace("#", Integer.toString(number))
                .replace("@", path.equals("releases") ? sha256 : "@");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house.address() + ROOT + path))
                .header("authorization", "Bearer " + house.token().reveal())
                .header("slipway-tenant", "default")
                .header("content-type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("hello.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
