package dev.slipway.bootloader.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonLimits;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.BundleAnswer;
import dev.slipway.bootloader.protocol.trust.BundleCheck;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import dev.slipway.bootloader.protocol.trust.RootChain;
import dev.slipway.bootloader.protocol.trust.TlsStatement;
import dev.slipway.bootloader.protocol.trust.TrustedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the reference page are the vectors of the wire format. */
class ProtocolPageTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static final List<Function<JsonAt, Json>> READERS = List.of(
            at -> ServerDescription.from(at).toJson(),
            at -> LogonRequest.from(at).toJson(),
            at -> LogonRequest.from(at).toJson(),
            at -> LogonAnswer.from(at).toJson(),
            at -> JsonReader.document(
                            BundleAnswer.parse(JsonWriter.compact(at.value())).toBytes())
                    .value(),
            at -> ReportRequest.from(at).toJson(),
            at -> ReportAnswer.from(at).toJson(),
            at -> Problem.from(at).toJson());

    private final String page;
    private final List<Json> examples;

    ProtocolPageTest() throws IOException {
        page = Files.readString(Path.of("..", "docs", "reference", "bootloader-protocol.md"));
        Matcher blocks = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL).matcher(page);
        examples = blocks.results()
                .map((MatchResult block) -> JsonReader.read(block.group(1).getBytes(UTF_8), JsonLimits.DOCUMENT))
                .toList();
    }

    @Test
    void every_example_is_read_and_written_as_it_stands() {
        assertThat(examples).hasSameSizeAs(READERS);
        for (int i = 0; i < examples.size(); i++) {
            assertThat(READERS.get(i).apply(JsonAt.root(examples.get(i)))).isEqualTo(examples.get(i));
        }
    }

    @Test
    void null_for_any_member_of_an_example_is_refused() {
        for (int i = 0; i < examples.size(); i++) {
            JsonObject example = (JsonObject) examples.get(i);
            for (String name : example.members().keySet()) {
                JsonAt without = JsonAt.root(example.with(name, new Json.Nothing()));
                Function<JsonAt, Json> reader = READERS.get(i);
                assertThatExceptionOfType(Malformed.class).isThrownBy(() -> reader.apply(without));
            }
        }
    }

    @Test
    void the_key_of_the_page_leads_to_the_bundle_of_the_page() {
        Matcher key = Pattern.compile("`([A-Z2-7]{26})`").matcher(page);
        assertThat(key.find()).isTrue();
        ServerDescription server = ServerDescription.from(JsonAt.root(examples.get(0)));
        TrustedRoot root = RootChain.from(new KeyFingerprint(key.group(1)), server.roots(), NOW);
        assertThat(TlsStatement.verified(server.tls(), root, NOW).version()).isEqualTo(1);
        LogonAnswer logon = LogonAnswer.from(JsonAt.root(examples.get(3)));
        BundleCheck.Verified verified =
                new BundleCheck(root, logon.device(), Optional.empty()).check(JsonWriter.compact(examples.get(4)), NOW);
        assertThat(verified.document().toJson()).isEqualTo(bundle().bundle().signed());
        assertThat(verified.releases())
                .extracting(ReleaseDocument::toJson)
                .containsExactly(bundle().releases().get(0).signed());
        assertThat(verified.document().polling()).isPresent();
        assertThat(BundleDocument.from(bundle().bundle())).isEqualTo(verified.document());
    }

    private BundleAnswer bundle() {
        return BundleAnswer.parse(JsonWriter.compact(examples.get(4)));
    }

    @Test
    void no_secret_appears_in_the_text_of_a_record() {
        String texts = LogonRequest.from(JsonAt.root(examples.get(1))).toString()
                + LogonRequest.from(JsonAt.root(examples.get(2)))
                + LogonAnswer.from(JsonAt.root(examples.get(3)));
        assertThat(texts).contains("****").doesNotContain("correct horse", "mzxw6ytboi2tgnbv", "q5k3v1n8");
    }
}
