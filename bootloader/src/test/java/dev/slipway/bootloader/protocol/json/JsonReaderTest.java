package dev.slipway.bootloader.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static final String SAMPLE = "{\"a\":[1,-20,3.5e2,true,false,null],"
            + "\"b\":{\"c\":\"\\u00fc\\ud83d\\ude00 \\\"x\\\\\\n\",\"\u00e9\":\"\u20ac\"}}";

    private static Json read(String text) {
        return JsonReader.read(text.getBytes(UTF_8), JsonLimits.DOCUMENT);
    }

    @Test
    void every_kind_of_value_is_read() {
        JsonAt root = JsonAt.root(read(" " + SAMPLE + "\r\n\t"));
        assertThat(root.get("a").list(JsonAt::value))
                .startsWith(Json.of(1), Json.of(-20))
                .endsWith(Json.of(true), Json.of(false), new Json.Nothing());
        assertThat(root.get("b").get("c").text()).isEqualTo("\u00fc\ud83d\ude00 \"x\\\n");
        assertThat(root.get("b").get("\u00e9").text()).isEqualTo("\u20ac");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\"1}",
                "{a:1}",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "+1",
                "NaN",
                "tru",
                "nul",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u00 1\"",
                "\"a\nb\"",
                "\"open",
                "\"\\",
                "\"\\ud800\"",
                "\"\\ude00\\ud83d\"",
                "[1] 2",
                "{} ,",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "\ufeff{}",
                "// c\n1",
                "1e999999999999",
                "1e401",
                "12345678901234567890123456789012345678901"
            })
    void whatever_breaks_the_grammar_is_refused(String text) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("json.malformed: at byte ");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        for (byte[] bad : List.of(
                new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xff, '"'})) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> JsonReader.read(bad, JsonLimits.DOCUMENT))
                    .withMessageContaining("UTF-8");
        }
    }

    @Test
    void every_limit_holds_at_its_value_and_refuses_one_past_it() {
        limit("[[1]]", new JsonLimits(5, 2, 3, 5), new JsonLimits(4, 2, 3, 4));
        limit("[[1]]", new JsonLimits(5, 2, 3, 5), new JsonLimits(5, 1, 3, 5));
        limit("[[1]]", new JsonLimits(5, 2, 3, 5), new JsonLimits(5, 2, 2, 5));
        limit("\"abc\"", new JsonLimits(5, 0, 1, 3), new JsonLimits(5, 0, 1, 2));
    }

    private static void limit(String text, JsonLimits enough, JsonLimits tooLittle) {
        assertThat(JsonReader.read(text.getBytes(UTF_8), enough)).isEqualTo(read(text));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> JsonReader.read(text.getBytes(UTF_8), tooLittle))
                .withMessageContaining("at most");
    }

    @Test
    void a_million_brackets_cost_no_stack() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> read("[".repeat(1 << 20)))
                .withMessageContaining("levels");
    }

    @Test
    void every_truncation_is_refused_cleanly() {
        byte[] whole = SAMPLE.getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read(cut, JsonLimits.DOCUMENT));
        }
    }

    @Test
    void changed_bytes_are_read_or_refused_and_nothing_else() {
        var random = new Random(42);
        int refused = 0;
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = SAMPLE.getBytes(UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Json value = JsonReader.read(bytes, JsonLimits.DOCUMENT);
                assertThat(JsonReader.read(JsonWriter.compact(value), JsonLimits.DOCUMENT))
                        .isEqualTo(value);
            } catch (Malformed e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 19_999);
    }
}
