package dev.slipway.base.wire.wap.wbxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.wire.wap.Characteristic;
import dev.slipway.base.wire.wap.Documents;
import dev.slipway.base.wire.wap.Malformed;
import dev.slipway.base.wire.wap.Parm;
import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.Vectors;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WbxmlTest {
    private static final String DOCUMENT = "030b6a0045c65501";
    private static final String END = "0101";

    static List<String> withBytes() {
        return Vectors.WITH_BYTES;
    }

    static List<String> all() {
        return Vectors.ALL;
    }

    /** Every vector that was made by somebody else, and both forms of our own. */
    static Stream<byte[]> bytes() {
        return Stream.concat(
                Vectors.WITH_BYTES.stream().map(Vectors::bytes),
                Vectors.ALL.stream().map(Vectors::document).flatMap(document -> Stream.of(Mode.values())
                        .map(mode -> Wbxml.encode(document, mode))));
    }

    @ParameterizedTest
    @MethodSource("withBytes")
    void bytes_of_others_are_the_document_that_they_wrote(String name) {
        assertThat(Wbxml.decode(Vectors.bytes(name))).isEqualTo(Vectors.document(name));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_document_survives_every_form(String name) {
        ProvisioningDocument document = Vectors.document(name);

        for (Mode mode : Mode.values()) {
            assertThat(Wbxml.decode(Wbxml.encode(document, mode))).isEqualTo(document);
            assertThat(Wbxml.decode(Wbxml.encodeWithoutTable(document, mode))).isEqualTo(document);
        }
    }

    @Test
    void without_table_the_bytes_are_those_of_libwbxml() {
        assertThat(Wbxml.encodeWithoutTable(Vectors.document("minimal-gprs"), Mode.COMPATIBLE))
                .isEqualTo(Vectors.bytes("minimal-gprs"));
        assertThat(Wbxml.encodeWithoutTable(Vectors.document("example-mobile"), Mode.COMPATIBLE))
                .isEqualTo(Vectors.hex("example-mobile.libwbxml-no-string-table"));
    }

    @Test
    void each_mode_is_smaller_than_the_one_before() {
        ProvisioningDocument document = Vectors.document("operator-full");

        assertThat(Stream.of(
                        Wbxml.encodeWithoutTable(document, Mode.COMPATIBLE),
                        Wbxml.encode(document, Mode.COMPATIBLE),
                        Wbxml.encode(document, Mode.COMPACT)))
                .extracting(bytes -> bytes.length)
                .isSortedAccordingTo((one, other) -> other - one)
                .doesNotHaveDuplicates();
    }

    @Test
    void compact_stays_on_page_1_and_uses_ends_of_other_texts() {
        var document = new ProvisioningDocument(
                Optional.empty(),
                List.of(new Characteristic(
                        "APPLICATION",
                        List.of(
                                Parm.of("APPID", "w2"),
                                Parm.of("ADDR", "http://example.org"),
                                Parm.of("URI", "example.org")))));

        assertThat(HexFormat.of().formatHex(Wbxml.encode(document, Mode.COMPACT)))
                .isEqualTo("030b6a" + "13" + "687474703a2f2f6578616d706c652e6f726700" + "45c6000155018736060377320001"
                        + "8734068300018" + "73a0683070101" + "01");
    }

    @ParameterizedTest
    @CsvSource({
        "87 07 06 03 78 00 01,                     value behind the name",
        "87 00 00 07 00 01 06 03 78 00 01,         a switch back and forth",
        "00 01 87 07 06 03 78 00 01,               a tag of page 1",
        "c7 07 06 03 78 00 01 01,                  a content that is empty",
        "87 07 06 02 78 01,                        a character by its number",
        "87 06 03 78 00 07 01,                     the value first",
        "03 0a 00 87 07 06 03 78 00 01,            white space between tags",
        "87 05 03 4e 41 4d 45 00 06 03 78 00 01,   a name that has a token as text"
    })
    void all_habits_of_the_field_are_read(String parm, String habit) {
        assertThat(decode(DOCUMENT + parm + END).characteristics().getFirst().content())
                .as(habit)
                .containsExactly(Parm.of("NAME", "x"));
    }

    @ParameterizedTest
    @CsvSource({"870701, false, ''", "87070601, true, ''", "870706030001, true, ''", "87070603780001, true, x"})
    void a_flag_is_not_an_empty_value(String parm, boolean present, String value) {
        Parm read = decode(DOCUMENT + parm + END)
                .characteristics()
                .getFirst()
                .parms()
                .findFirst()
                .orElseThrow();

        assertThat(read.value()).isEqualTo(present ? Optional.of(value) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "030b6a00 05",
                "020b6a00 05",
                "03a20e6a00 05",
                "0300006a1e 2d2f2f574150464f52554d2f2f4454442050524f5620312e302f2f454e00 05",
                "030b6a00 8501",
                "030b6a00 854601"
            })
    void every_head_of_the_field_is_read(String hex) {
        assertThat(decode(hex).characteristics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                          0, a version of WBXML",
        "04 0b 6a 00 05,              0, a version of WBXML",
        "03 05 6a 00 05,              1, public identifier",
        "03 00 05 6a 00 05,           1, offset into a string table of 0 bytes",
        "03 0b 04 00 05,              1, character set 106",
        "03 0b 6a 02 05,              3, a string table of at most 1 bytes",
        "03 0b 6a ff ff ff ff 7f 05,  3, at most 31 bits",
        "03 0b 6a 00 06,              4, tag 05",
        "03 0b 6a 00 05 05,           5, the end",
        "03 0b 6a 00 45 00 02 06,     6, page 0 or 1",
        "03 0b 6a 00 45 06 01,        5, the attribute type",
        "03 0b 6a 00 45 87 07 01 01,  4, characteristics in the document",
        "03 0b 6a 00 45 86 55 55 01 01,  7, each attribute once",
        "03 0b 6a 00 45 86 07 01 01,  6, the attribute type",
        "03 0b 6a 00 45 86 4d 01 01,  6, a token of provisioning documents",
        "03 0b 6a 00 45 86 00 07 55 01 01,  8, a token of provisioning documents",
        "03 0b 6a 00 45 86 50 f0 01 01,  7, a token of provisioning documents",
        "03 0b 6a 00 45 86 50 83 00 01 01,  8, offset into a string table",
        "03 0b 6a 01 41 45 86 50 83 00 01 01,  4, a zero byte at the end of the string table",
        "03 0b 6a 00 45 86 50 03 41 01 01,  8, a zero byte behind the text",
        "03 0b 6a 00 45 86 50 03 ff 00 01 01,  8, UTF-8",
        "03 0b 6a 00 45 86 50 03 07 00 01 01,  8, characters that XML has",
        "03 0b 6a 00 45 86 50 02 07 01 01,  7, a character that XML has",
        "03 0b 6a 00 45 03 41 00 01,  5, no text between tags"
    })
    void what_breaks_the_format_is_told_with_its_place(String hex, int offset, String expected) {
        assertThatThrownBy(() -> decode(hex)).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.expected()).contains(expected);
            assertThat(malformed.offset()).isEqualTo(offset);
        });
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void every_truncation_is_malformed(byte[] bytes) {
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Wbxml.decode(cut)).as("%d bytes", length).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void every_flipped_bit_is_malformed_or_another_document(byte[] bytes) {
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            judge(flipped);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_storm_of_changes_is_malformed_or_another_document(long seed) {
        var random = new Random(seed);
        List<byte[]> seeds = bytes().toList();
        for (int round = 0; round < 5_000; round++) {
            byte[] changed = seeds.get(random.nextInt(seeds.size())).clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            judge(changed);
        }
    }

    private static void judge(byte[] bytes) {
        try {
            ProvisioningDocument document = Wbxml.decode(bytes);
            assertThat(Wbxml.decode(Wbxml.encodeWithoutTable(document, Mode.COMPATIBLE)))
                    .isEqualTo(document);
        } catch (Malformed malformed) {
            assertThat(malformed.offset()).isBetween(0, bytes.length);
        }
    }

    @Property(tries = 200)
    void any_document_survives_any_form(@ForAll("documents") ProvisioningDocument document, @ForAll Mode mode) {
        byte[] with = Wbxml.encode(document, mode);
        byte[] without = Wbxml.encodeWithoutTable(document, mode);

        assertThat(Wbxml.decode(with)).isEqualTo(document);
        assertThat(Wbxml.decode(without)).isEqualTo(document);
        assertThat(with.length).isLessThanOrEqualTo(without.length);
        assertThat(Wbxml.encode(document, Mode.COMPACT).length).isLessThanOrEqualTo(with.length);
    }

    @Provide
    Arbitrary<ProvisioningDocument> documents() {
        return Documents.any();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void every_limit_holds_at_its_value_and_not_one_past_it(Mode mode) {
        byte[] deep = Wbxml.encode(nested(ProvisioningDocument.DEPTH_MAX), mode);
        byte[] deeper = Wbxml.encode(nested(ProvisioningDocument.DEPTH_MAX + 1), mode);
        byte[] many = Wbxml.encode(flags(ProvisioningDocument.ITEMS_MAX - 1), mode);
        byte[] more = Wbxml.encode(flags(ProvisioningDocument.ITEMS_MAX), mode);

        assertThat(Wbxml.decode(deep).characteristics()).hasSize(1);
        assertThat(Wbxml.decode(many).characteristics()).hasSize(1);
        assertThatThrownBy(() -> Wbxml.decode(deeper))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("in one another");
        assertThatThrownBy(() -> Wbxml.decode(more))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("items");
        assertThatThrownBy(() -> Wbxml.decode(new byte[Wbxml.BYTES_MAX + 1])).isInstanceOf(Malformed.class);
    }

    @Test
    void references_do_not_make_a_document_endless() {
        String text = "61".repeat(4096);
        String parm = "870706830001";
        int fitting = Wbxml.TEXT_LENGTH_MAX / 4096;

        assertThat(decode("030b6aa001" + text + "0045c65501" + parm.repeat(fitting) + END)
                        .characteristics())
                .hasSize(1);
        assertThatThrownBy(() -> decode("030b6aa001" + text + "0045c65501" + parm.repeat(fitting + 1) + END))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("characters of text");
    }

    private static ProvisioningDocument nested(int depth) {
        var innermost = new Characteristic("PORT", List.of());
        for (int level = 1; level < depth; level++) {
            innermost = new Characteristic("PORT", List.of(innermost));
        }
        return new ProvisioningDocument(Optional.empty(), List.of(innermost));
    }

    private static ProvisioningDocument flags(int count) {
        return new ProvisioningDocument(
                Optional.empty(),
                List.of(new Characteristic("NAPDEF", Collections.nCopies(count, Parm.flag("INTERNET")))));
    }

    private static ProvisioningDocument decode(String hex) {
        return Wbxml.decode(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
