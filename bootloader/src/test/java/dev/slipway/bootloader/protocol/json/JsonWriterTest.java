package dev.slipway.bootloader.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static Json read(byte[] bytes) {
        return JsonReader.read(bytes, JsonLimits.DOCUMENT);
    }

    @Property(tries = 300, seed = "42")
    void what_is_written_is_read_again(@ForAll("values") Json value) {
        assertThat(read(JsonWriter.compact(value))).isEqualTo(value);
        assertThat(read(JsonWriter.readable(value).getBytes(UTF_8))).isEqualTo(value);
    }

    @Property(tries = 300, seed = "42")
    void canonical_bytes_do_not_depend_on_how_the_value_was_spelled(@ForAll("values") Json value) {
        Json spelledOtherwise = read(JsonWriter.readable(value).getBytes(UTF_8));
        assertThat(JsonWriter.canonical(spelledOtherwise)).isEqualTo(JsonWriter.canonical(value));
    }

    @Provide
    Arbitrary<Json> values() {
        Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(8).filter(t -> Surrogates.firstLone(t) < 0);
        Arbitrary<Json> leaves = Arbitraries.oneOf(
                texts.map(Json::of),
                Arbitraries.longs().map(Json::of),
                Arbitraries.of(true, false).map(Json::of),
                Arbitraries.just(new Json.Nothing()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(Json::of),
                        Arbitraries.maps(texts, inner).ofMaxSize(3).map(JsonObject::of)),
                0,
                3);
    }

    @Test
    void canonical_form_escapes_only_quote_and_backslash_and_sorts_by_code_point() {
        var value = JsonObject.of(Map.of(
                "\ud83d\ude00",
                Json.of(1),
                "\uffee",
                Json.of(2),
                "b",
                Json.of("\"\\/\n\u00fc"),
                "a",
                Json.of(List.of())));
        assertThat(new String(JsonWriter.canonical(value), UTF_8))
                .isEqualTo("{\"a\":[],\"b\":\"\\\"\\\\/\n\u00fc\",\"\uffee\":2,\"\ud83d\ude00\":1}");
    }

    @Test
    void canonical_form_has_whole_numbers_only() {
        for (String number : List.of("1.0", "1e2", "9223372036854775808", "0.5")) {
            Json value = read(number.getBytes(UTF_8));
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonWriter.canonical(value));
        }
        assertThat(JsonWriter.canonical(Json.of(Long.MIN_VALUE))).asString().isEqualTo("-9223372036854775808");
        assertThat(JsonWriter.canonical(read("-0".getBytes(UTF_8)))).asString().isEqualTo("0");
    }

    @Test
    void readable_form_has_one_member_a_line() {
        var value = JsonObject.EMPTY.with("b", Json.texts(List.of("x", "y"))).with("a", JsonObject.EMPTY);
        assertThat(JsonWriter.readable(value)).isEqualTo("{\n  \"a\": {},\n  \"b\": [\n    \"x\",\n    \"y\"\n  ]\n}");
    }

    @Test
    void half_a_surrogate_pair_is_never_written() {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Json.of("a\ud800b"));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonObject.EMPTY.with("\udc00", 1));
    }
}
