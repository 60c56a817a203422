package dev.slipway.door.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.fleet.acts.Activation.State;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.OffLoop;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door over HTTP, as scanners, people and programs come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandingTest {
    private static final Pattern DOCUMENT = Pattern.compile("url=(?:[a-z-]+:)?https://default\\.example\\.com([^\"]+)");

    private final TestActivations world = new TestActivations();
    private final Vertx loops = Listener.loops();
    private final HttpClient client = HttpClient.newHttpClient();
    private Listening listening;

    @BeforeAll
    void open() {
        Router router = Router.router(loops);
        var offLoop = new OffLoop(Executors.newVirtualThreadPerTaskExecutor(), 64);
        new Landing(new Landing.Rooms(world.desk, world.documents, world.links), offLoop, world.house.random)
                .register(router);
        listening =
                new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL).start(loops, world.house.clock, router);
    }

    @AfterAll
    void close() {
        listening.stop();
        loops.close().await();
        client.close();
        world.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listening.port() + path));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    private HttpResponse<String> get(String path) {
        return sent(request(path));
    }

    private HttpResponse<String> head(String path) {
        return sent(request(path).HEAD());
    }

    private HttpResponse<String> post(String path, String form) {
        return sent(request(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String page(Activation activation) {
        return "/a/" + world.link(activation, Page.ACTIVATION);
    }

    /** Below the host, as the page names it. */
    private static String document(HttpResponse<String> handover) {
        Matcher found = DOCUMENT.matcher(handover.body());
        assertThat(found.find()).as(handover.body()).isTrue();
        return found.group(1);
    }

    @Test
    void a_scanner_that_looks_as_often_as_it_likes_redeems_nothing() {
        Activation activation = world.activation("linphone");
        String page = page(activation);

        assertThat(head(page).statusCode()).isEqualTo(200);
        assertThat(world.now(activation).traces().opened())
                .as("HEAD is no reader")
                .isEmpty();
        assertThat(sent(request(page).header("sec-purpose", "prefetch")).statusCode())
                .isEqualTo(200);
        assertThat(world.now(activation).traces().opened()).as("fetched ahead").isEmpty();
        assertThat(get(page).statusCode()).isEqualTo(200);
        assertThat(get(page).statusCode()).isEqualTo(200);
        assertThat(world.now(activation).traces().opened()).isPresent();
        assertThat(world.now(activation).state()).isEqualTo(State.ISSUED);
    }

    @Test
    void the_button_leads_to_the_document_that_opens_the_program_and_the_document_redeems_once() {
        Activation activation = world.activation("linphone");
        HttpResponse<String> handover = post(page(activation), "document=linphone");
        String document = document(handover);

        assertThat(handover.statusCode()).isEqualTo(200);
        assertThat(handover.body()).contains("href=\"linphone-config:https://default.example.com/a/");
        assertThat(world.now(activation).state()).isEqualTo(State.CLICKED);
        assertThat(head(document).statusCode()).as("HEAD never redeems").isEqualTo(200);
        assertThat(world.now(activation).state()).isEqualTo(State.CLICKED);

        HttpResponse<String> first = get(document);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(first.headers().firstValue("cache-control")).contains("no-store");
        assertThat(get(document).body()).as("an answer may be lost").isEqualTo(first.body());
        assertThat(sent(request(document).header("user-agent", "another")).statusCode())
                .isEqualTo(404);
        assertThat(get(page(activation)).statusCode()).isEqualTo(410);
        assertThat(get(page(activation) + "/state").body()).isEqualTo("{\"state\":\"redeemed\"}");
    }

    @Test
    void a_form_that_names_a_document_of_another_type_is_refused() {
        Activation activation = world.activation("linphone");

        assertThat(post(page(activation), "document=snom").statusCode()).isEqualTo(404);
        assertThat(world.now(activation).state()).isEqualTo(State.ISSUED);
    }

    @Test
    void a_desk_phone_gets_its_address_on_a_page() {
        Activation activation = world.activation("snom");
        HttpResponse<String> address = get(document(post(page(activation), "")));

        assertThat(address.statusCode()).isEqualTo(200);
        assertThat(address.body()).contains("https://default.example.com/d/", "Setting URL");
        assertThat(world.now(activation).state()).isEqualTo(State.REDEEMED);
    }

    @Test
    void an_iphone_gets_a_profile_of_its_own_media_type() {
        Activation activation = world.activation("iphone");
        HttpResponse<String> profile = get(document(post(page(activation), "")));

        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(profile.headers().firstValue("content-type")).hasValue("application/x-apple-aspen-config");
        assertThat(profile.body()).contains("<plist version=\"1.0\">");
        assertThat(world.now(activation).state()).isEqualTo(State.REDEEMED);
    }

    @Test
    void every_page_keeps_its_address_to_itself() {
        HttpResponse<String> page = get(page(world.activation("linphone")));

        assertThat(page.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("cache-control")).contains("no-store");
        assertThat(page.headers().firstValue("x-robots-tag")).contains("noindex");
        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(page.body()).doesNotContain("http://127.0.0.1").doesNotContain("onclick");
        assertThat(page.body().split("<script", -1)).hasSize(2);
        assertThat(page.body()).contains("<script src=\"https://default.example.com/a/live.js\" defer");
        assertThat(get("/a/live.js").headers().firstValue("content-type")).hasValue("text/javascript; charset=utf-8");
        assertThat(get("/a/style.css").headers().firstValue("content-type")).hasValue("text/css; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/x", "/i/x", "/a/%00", "/a/x/y/z", "/a/", "/a/x/state"})
    void what_leads_nowhere_is_the_one_404(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(get(path).body()).isEqualTo(get("/a/" + "a".repeat(39)).body());
    }

    @Test
    void a_link_to_one_page_does_not_open_another() {
        Activation activation = world.activation("linphone");

        assertThat(get("/a/" + world.link(activation, Page.INSTALLATION)).statusCode())
                .isEqualTo(404);
        assertThat(get("/i/" + world.link(activation, Page.ACTIVATION)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_installation_page_offers_what_the_platform_gets() {
        var application = new Application(Id.next(world.house.random), "linphone", "Linphone", 1, false, Origin.OWN);
        world.house.write(stores -> {
            stores.applications().add(application);
            stores.downloadAddresses()
                    .add(new DownloadAddress(
                            Id.next(world.house.random),
                            application.id(),
                            "android",
                            "",
                            Optional.of(URI.create("https://store.example.com/linphone")),
                            Optional.empty()));
            return application;
        });
        Activation activation = world.activation("linphone");
        String path = "/i/" + world.link(activation, Page.INSTALLATION);

        String android = sent(request(path).header("user-agent", "Mozilla/5.0 (Linux; Android 15)"))
                .body();
        String linux = sent(request(path).header("user-agent", "Mozilla/5.0 (X11; Linux x86_64)"))
                .body();
        String chosen = get(path + "?platform=android").body();

        assertThat(android).contains("https://store.example.com/linphone", "Android");
        assertThat(linux).contains("https://default.example.com/get/linux").doesNotContain("store.example.com");
        assertThat(chosen).contains("https://store.example.com/linphone");
        assertThat(world.now(activation).traces().installing()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'de-AT,de;q=0.9,en;q=0.5', de",
        "'', 'sv,fr;q=0.3', fr",
        "'', 'xx;;;', en",
        "'it', 'de', it",
        "'xx', 'es', es"
    })
    void the_page_speaks_the_language_of_who_opens_it(String asked, String accepted, String spoken) {
        String query = asked.isEmpty() ? "" : "?lang=" + asked;

        assertThat(sent(request("/a" + query).header("accept-language", accepted))
                        .body())
                .contains("<html lang=\"" + spoken + "\"");
    }

    @Test
    void a_code_that_is_typed_leads_to_the_button() {
        Activation activation = world.activation("linphone");
        String code = world.links.code(world.house.tenant, activation);

        HttpResponse<String> right = post("/a", "who=ada&code=" + code.toLowerCase(java.util.Locale.ROOT));
        HttpResponse<String> wrong = post("/a", "who=ada&code=AAAAAAAA");

        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(right.headers().firstValue("location")).contains("https://default.example.com" + page(activation));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(world.now(activation).state()).isEqualTo(State.ISSUED);
    }

    @Test
    void who_guesses_codes_is_told_when_to_come_back() {
        for (int i = 0; i < 5; i++) {
            post("/a", "who=nobody&code=0000000" + i);
        }
        HttpResponse<String> throttled = post("/a", "who=nobody&code=00000009");

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("retry-after")).isPresent();
    }

    @Test
    void a_pin_is_asked_for_and_five_wrong_ones_end_it() {
        Activation before = world.activation("linphone");
        var links = before.links();
        Activation activation =
                before.with(new Activation.Links(links.generation(), links.expires(), true, links.code()));
        world.house.write(stores -> {
            stores.activations().replace(activation);
            return activation;
        });

        assertThat(get(page(activation)).body()).contains("name=\"pin\"");
        assertThat(post(page(activation), "pin=000").statusCode()).isEqualTo(422);
        String pin = world.links.pin(world.house.tenant, activation);
        assertThat(post(page(activation), "pin=" + pin).statusCode()).isEqualTo(200);
        for (int i = 0; i < 4; i++) {
            post(page(activation), "pin=000");
        }
        assertThat(post(page(activation), "pin=" + pin).statusCode()).isEqualTo(429);
    }

    @Test
    void a_direct_link_answers_with_the_document_itself() {
        world.house.write(stores -> {
            DeviceType type = stores.deviceTypes().named("baresip").orElseThrow();
            var family = new DeviceType.Family(
                    type.family().maker(), type.family().family(), type.family().platform(), true);
            stores.deviceTypes()
                    .replace(new DeviceType(type.id(), type.name(), family, type.rank(), type.rules(), type.takes()));
            return type;
        });
        Activation activation = world.activation("baresip");

        assertThat(head(page(activation)).statusCode()).isEqualTo(200);
        assertThat(world.now(activation).state()).isEqualTo(State.ISSUED);
        assertThat(get(page(activation)).body()).contains("ada@example.com");
        assertThat(world.now(activation).state()).isEqualTo(State.REDEEMED);
    }

    @Test
    void an_expired_link_says_so_and_a_form_that_is_too_long_is_refused() {
        Activation activation = world.activation("linphone");

        assertThat(post(page(activation), "document=" + "x".repeat(5000)).statusCode())
                .isEqualTo(413);
        world.house.clock.pass(Duration.ofDays(2));
        assertThat(get(page(activation)).statusCode()).isEqualTo(410);
        assertThat(post(page(activation), "").statusCode()).isEqualTo(410);
        assertThat(world.now(activation).state()).isEqualTo(State.ISSUED);
    }
}
