package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.fake.FakeRegistrar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a CSR types in to a device at work: the message is read, the link followed, the button pressed. */
class ActivationJourney {
    private static final String LINPHONE = "linphone-daemon";
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/a/[a-z2-7]{39})");
    private static final Pattern DOCUMENT = Pattern.compile("url=(?:[a-z-]+:)?(https?://[^\"]+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private House house;
    private Admin admin;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        house = House.named("localhost");
        admin = house.admin();
        admin.post("gateways", Map.of("name", "letters", "supplier", "file")).done();
        admin.post("gateways/letters/test", Map.of("to", "+41790000000")).done();
        admin.profile("phones", "account.user_name=${account.user}");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        house.close();
    }

    private void issue(String login, Optional<String> account, Map<String, ?> device) {
        var wish = new java.util.HashMap<String, Object>(Map.of(
                "person", Map.of("login", login, "name", "Ann Example", "phone", "+41791234567"),
                "device", device,
                "sending", Map.of("channel", "sms", "installation", false)));
        account.ifPresent(address -> {
            wish.put("account", Map.of("address", address, "secret", "s3cret"));
            wish.put("profile", "phones");
        });
        admin.post("activations", wish).done();
    }

    /** The path of the link in the message that arrived. */
    private String link() {
        await().atMost(WITHIN)
                .until(() -> texts().anyMatch(text -> LINK.matcher(text).find()));
        Matcher found = LINK.matcher(String.join("\n", texts().toList()));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Stream<String> texts() {
        try (Stream<Path> files = Files.walk(house.data().resolve("messages"))) {
            return files
                    .filter(file -> file.toString().endsWith(".txt"))
                    .map(ActivationJourney::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(house.portal() + path));
    }

    /** As a scanner of links does it, before the person. */
    private void scan(String link) {
        assertThat(send(at(link).HEAD()).statusCode()).isEqualTo(200);
        assertThat(send(at(link)).statusCode()).isEqualTo(200);
        assertThat(send(at(link)).statusCode()).isEqualTo(200);
    }

    /** Presses the button; the address of the document. */
    private URI pressed(String link) {
        String page = send(at(link).header("content-type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("")))
                .body();
        Matcher found = DOCUMENT.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return URI.create(found.group(1));
    }

    private String accountState(String address) {
        return admin.get("accounts/" + address).done().at("/service/state").asString();
    }

    @Test
    void a_scanner_that_runs_scripts_redeems_nothing_and_the_page_tells_afterwards_that_the_device_came(
            @TempDir Path home) {
        assumeTrue(
                HeadlessBrowser.isInstalled(),
                "no " + HeadlessBrowser.PROGRAM + ": apt-get install " + HeadlessBrowser.PROGRAM);
        var browser = new HeadlessBrowser(home);
        issue("eve", Optional.of("eve@prov.test"), Map.of("type", "linphone"));
        String link = link();

        String waiting = browser.dom(house.portal() + link);
        assertThat(waiting).contains("Activate your device").contains("id=\"live\"");
        assertThat(accountState("eve@prov.test")).isEqualTo("disabled");

        assertThat(send(at(pressed(link).getPath())).statusCode()).isEqualTo(200);
        assertThat(accountState("eve@prov.test")).isEqualTo("active");
        assertThat(browser.dom(house.portal() + link)).contains("This link was used", "your device is active");
    }

    @Test
    void a_person_gets_a_message_and_a_linphone_registers_without_typing() throws IOException {
        assumeTrue(Softphone.isInstalled(LINPHONE), "no " + LINPHONE + ": apt-get install linphone-cli");
        try (var registrar = new FakeRegistrar("prov.test")) {
            registrar.knows("ann", "s3cret");
            admin.profile("registrar", "account.registrar=127.0.0.1", "account.registrar_port=" + registrar.port());
            admin.assign("profile", "registrar", "everyone");
            issue("ann", Optional.of("ann@prov.test"), Map.of("type", "linphone"));
            String link = link();
            scan(link);
            assertThat(accountState("ann@prov.test")).isEqualTo("disabled");

            Path configuration = configured(pressed(link));
            try (Softphone linphone = Softphone.start(
                    directory,
                    List.of(
                            "/usr/bin/" + LINPHONE,
                            "--config",
                            configuration.toString(),
                            "--log",
                            directory.resolve("linphone.log").toString()))) {
                await().atMost(WITHIN).until(() -> registrar.events().contains("registered ann"));
                linphone.quit();
            }

            assertThat(accountState("ann@prov.test")).isEqualTo("active");
            assertThat(configuration)
                    .content()
                    .contains("/d/")
                    .as("its own address")
                    .doesNotContain("s3cret");
            assertThat(send(at(link)).statusCode()).as("the link is used").isEqualTo(410);
        }
    }

    /** It asks over TLS, and believes the certificate that the server made for itself. */
    private Path configured(URI document) throws IOException {
        return Files.writeString(directory.resolve("linphonerc"), """
                [misc]
                config-uri=%s
                [sip]
                root_ca=%s
                sip_port=-1
                sip_tcp_port=-1
                sip_tls_port=-1
                """.formatted(
                        document, house.data().resolve("keys/certificate.pem")));
    }

    @Test
    void a_person_gets_a_message_and_a_computer_installs_without_asking() throws IOException {
        admin.publish("phone", "1.0", Zip.of("version.txt", "1.0"));
        admin.assign("application", "phone", "everyone");
        issue("eve", Optional.of("eve@prov.test"), Map.of());
        String link = link();
        scan(link);

        String page = send(at(link)).body();
        assertThat(page).contains("value=\"bootloader\"");
        HttpResponse<String> handover = send(at(link).header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("document=bootloader")));
        Matcher found = DOCUMENT.matcher(handover.body());
        assertThat(found.find()).isTrue();
        Path document = Files.writeString(
                directory.resolve("activation.slipway"),
                send(at(URI.create(found.group(1)).getPath())).body());
        assertThat(accountState("eve@prov.test")).as("a browser fetched it").isEqualTo("disabled");
        Machine machine = Machine.in(directory.resolve("home"), "no password");
        machine.done(document.toString());

        assertThat(machine.installed("phone", "version.txt")).isEqualTo("1.0");
        assertThat(accountState("eve@prov.test")).isEqualTo("active");
    }
}
