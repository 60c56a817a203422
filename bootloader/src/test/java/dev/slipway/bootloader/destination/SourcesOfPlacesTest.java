package dev.slipway.bootloader.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.fake.FakeTerminal;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Properties, activation documents, questions. */
class SourcesOfPlacesTest {
    @Test
    void properties_name_an_alias_with_its_center() throws IOException {
        Destination read =
                PropertiesFile.parse("alias=it@example.com\ncenter=center.example.com\nkey=K\nlogin=alice\n", "a file");
        assertThat(read.place()).contains(new Place.Alias("it@example.com", Optional.of("center.example.com")));
        assertThat(read.key()).contains("K");
        assertThat(read.login()).contains("alice");
    }

    @Test
    void an_unknown_property_is_refused_with_its_name() {
        assertThatThrownBy(() -> PropertiesFile.parse("hots=a\n", "a file"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hots");
    }

    @Test
    void properties_that_are_too_long_are_refused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve(PropertiesFile.NAME);
        Files.writeString(file, "#" + "x".repeat(PropertiesFile.BYTES_MAX - 1));
        assertThat(PropertiesFile.read(file)).isEqualTo(Destination.NONE);
        Files.writeString(file, "#" + "x".repeat(PropertiesFile.BYTES_MAX));
        assertThatThrownBy(() -> PropertiesFile.read(file)).isInstanceOf(Refusal.class);
    }

    @Test
    void an_activation_document_is_opened_by_its_path_or_its_file_address(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("my  activation.slipway"),
                "{\"slipway_activation\":1,\"url\":\"https://p.example.com/\",\"ticket\":\"T\"}");
        assertThat(named(file.toString()).ticket()).contains("T");
        assertThat(named(file.toUri().toString()).ticket()).as("file:///").contains("T");
        assertThat(named(file.toUri().toString().replace("file:///", "file:/")).ticket())
                .as("file:/")
                .contains("T");
        Path single = Files.copy(file, directory.resolve("Host: my activation"));
        assertThat(named(single.toString().split(" ")).ticket())
                .as("without quotes, and with words of a message")
                .contains("T");
        for (String missing : List.of("file:///no/such%20file", "no such", "file:///%", "file://host/file")) {
            assertThatThrownBy(() -> named(missing))
                    .as(missing)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("file.missing"));
        }
    }

    @Test
    void an_address_is_asked_for_an_activation_document() throws IOException {
        var address = URI.create("https://p.example.com/a/x.slipway");
        var sources = new Sources(
                new FakeTerminal(),
                asked -> Optional.of(bytes("{\"slipway_activation\":1,\"url\":\"" + asked + "\",\"ticket\":\"T\"}")),
                List.of());
        assertThat(sources.find(List.of(address.toString())).ticket()).contains("T");
        assertThat(named("https://p.example.com/").place())
                .contains(new Place.Url(URI.create("https://p.example.com/")));
    }

    @Test
    void an_activation_document_is_read() {
        Destination read = ActivationDocument.read(
                bytes("{\"slipway_activation\":1,\"url\":\"https://p.example.com:3606/at/it@example.com\","
                        + "\"key\":\"K\",\"ticket\":\"T\"}"));
        assertThat(read.place()).contains(new Place.Url(URI.create("https://p.example.com:3606/at/it@example.com")));
        assertThat(read.ticket()).contains("T");
    }

    @Test
    void an_activation_document_of_another_kind_is_refused() {
        assertThatThrownBy(() -> ActivationDocument.read(bytes("{\"slipway_activation\":2,\"url\":\"https://p/\"}")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ActivationDocument.read(bytes("{}"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> ActivationDocument.read(bytes("{\"slipway_activation\":1,\"url\":\"file:///etc\"}")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_person_may_answer_with_an_alias_a_host_an_address_or_the_message() {
        assertThat(answered("it@example.com", "")).contains(new Place.Alias("it@example.com", Optional.empty()));
        assertThat(answered("h.example.com:3606", "")).contains(new Place.Host("h.example.com", 3606));
        assertThat(answered("https://p.example.com/", ""))
                .contains(new Place.Url(URI.create("https://p.example.com/")));
        assertThat(answered("Host: h.example.com Port: 1 cdzprov")).contains(new Place.Host("h.example.com", 1));
        assertThat(answered()).isEmpty();
    }

    @Test
    void an_alias_is_looked_up_in_dns_then_asked() {
        var alias = Destination.of(new Place.Alias("it@example.com", Optional.empty()));
        assertThat(new Addresses(domain -> Optional.of("c." + domain + ":1700"), new FakeTerminal()).of(alias))
                .containsExactly(URI.create("https://c.example.com:1700/at/it@example.com/"));
        assertThat(new Addresses(domain -> Optional.empty(), new FakeTerminal("c.example.org")).of(alias))
                .containsExactly(URI.create("https://c.example.org/at/it@example.com/"));
        assertThatThrownBy(() -> new Addresses(domain -> Optional.empty(), new FakeTerminal()).of(alias))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void only_this_machine_is_tried_without_tls() {
        var addresses = new Addresses(domain -> Optional.empty(), new FakeTerminal());
        assertThat(addresses.of(Destination.of(new Place.Host("127.0.0.1", 3605))))
                .containsExactly(URI.create("https://127.0.0.1:3605/"), URI.create("http://127.0.0.1:3605/"));
        assertThat(addresses.of(Destination.of(new Place.Host("127.0.0.1.example.com", 3605))))
                .containsExactly(URI.create("https://127.0.0.1.example.com:3605/"));
    }

    @Test
    void the_best_service_record_wins() {
        assertThat(DnsServiceRecords.best(
                        List.of("20 0 1700 b.example.com.", "10 5 1700 c.example.com.", "10 9 17 a.example.com.")))
                .contains("a.example.com:17");
        assertThat(DnsServiceRecords.best(List.of("0 0 0 .", "nonsense"))).isEmpty();
    }

    private static Optional<Place> answered(String... answers) {
        return new Questions(new FakeTerminal(answers)).ask().place();
    }

    private static Destination named(String... words) throws IOException {
        return new Sources(new FakeTerminal(), asked -> Optional.empty(), List.of()).find(List.of(words));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
