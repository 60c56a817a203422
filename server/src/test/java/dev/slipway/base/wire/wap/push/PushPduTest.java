package dev.slipway.base.wire.wap.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.wire.wap.Malformed;
import dev.slipway.base.wire.wap.Vectors;
import dev.slipway.base.wire.wap.push.PushType.Connectivity;
import dev.slipway.base.wire.wap.push.PushType.Named;
import dev.slipway.base.wire.wap.security.Imsi;
import dev.slipway.base.wire.wap.security.Pin;
import dev.slipway.base.wire.wap.security.Security;
import dev.slipway.base.wire.wap.security.SharedSecret.OfNetwork;
import dev.slipway.base.wire.wap.security.SharedSecret.OfUser;
import dev.slipway.base.wire.wap.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushPduTest {
    private static final byte[] DOCUMENT = Vectors.bytes("minimal-gprs");
    private static final String BODY = HexFormat.of().formatHex(DOCUMENT);

    @Test
    void each_kind_of_push_has_the_bytes_that_others_send() {
        assertThat(hex(new Connectivity(Optional.of(new OfUser(new Pin("1234")).sign(DOCUMENT)))))
                .isEqualTo("01062f1f2db691819241353039464242394234374637463243394242463735394245383338344641393942"
                        + "303831303142" + "00" + BODY);
        assertThat(hex(new Connectivity(Optional.of(new OfNetwork(new Imsi("466923103145252")).sign(DOCUMENT)))))
                .isEqualTo("01062f1f2db6918092354635453734323932343030453936423634373130304545314545464632443841383330"
                        + "333430" + "4500" + BODY);
        assertThat(hex(new Connectivity(Optional.of(new Signature(Security.USERPINMAC, Optional.empty())))))
                .isEqualTo("01060403b69183" + BODY);
        assertThat(hex(new Connectivity(Optional.empty()))).isEqualTo("010601b6" + BODY);
        assertThat(hex(new Named("application/x-wap-prov.browser-settings")))
                .startsWith("01062c1f2a6170706c69636174696f6e2f782d7761702d70726f762e62726f777365722d73657474696e6773"
                        + "0081ea");
    }

    @ParameterizedTest
    @CsvSource({
        "01 06 01 b6 aa,                            unsigned",
        "ff 06 03 b6 af 84 aa,                      a header behind it",
        "01 06 02 01 b6 aa,                         a length before it",
        "01 06 80 02 01 b6 aa,                      a longer number",
        "01 06 04 03 b6 81 ea aa,                   a character set"
    })
    void other_ways_to_say_the_same_are_read(String push, String how) {
        PushPdu read = PushPdu.of(bytes(push));

        assertThat(read.type()).as(how).isEqualTo(new Connectivity(Optional.empty()));
        assertThat(read.body()).containsExactly(0xAA);
    }

    @ParameterizedTest
    @CsvSource({
        "01,                                        1, a push",
        "01 07 01 b6,                               1, 'a push, 06'",
        "01 06 05 b6,                               3, 5 more bytes",
        "01 06 00,                                  3, a media type",
        "01 06 01 b5,                               3, media type b6",
        "01 06 03 02 b6 91,                         6, a method",
        "01 06 04 03 b6 91 84,                      6, a security method",
        "01 06 04 03 b6 91 81,                      5, 40 hexadecimal digits",
        "01 06 05 04 b6 93 81 00,                   5, 'SEC, MAC or a character set'",
        "01 06 04 03 61 62 63,                      7, a zero byte behind a text",
        "01 06 ff ff ff ff 7f,                      2, 31 bits"
    })
    void what_breaks_the_format_is_told_with_its_place(String push, int offset, String expected) {
        assertThatThrownBy(() -> PushPdu.of(bytes(push))).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.expected()).contains(expected);
            assertThat(malformed.offset()).isEqualTo(offset);
        });
    }

    @Property(tries = 200)
    void any_push_is_read_as_it_was_written(@ForAll("types") PushType type, @ForAll byte[] body) {
        PushPdu read = PushPdu.of(new PushPdu(7, type, body).toArray());

        assertThat(read.transaction()).isEqualTo(7);
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.body()).isEqualTo(body);
    }

    @Provide
    Arbitrary<PushType> types() {
        Arbitrary<PushType> signed = Arbitraries.of(Security.values())
                .map(security -> new Connectivity(Optional.of(new Signature(
                        security, security == Security.USERPINMAC ? Optional.empty() : Optional.of("A0".repeat(20))))));
        Arbitrary<PushType> named = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(Named.LENGTH_MAX)
                .map(Named::new);
        return Arbitraries.oneOf(List.of(signed, named, Arbitraries.of(new Connectivity(Optional.empty()))));
    }

    @Test
    void every_truncation_and_flipped_bit_of_the_headers_is_malformed_or_another_push() {
        byte[] push = new PushPdu(1, new Connectivity(Optional.of(new OfUser(new Pin("1")).sign(DOCUMENT))), DOCUMENT)
                .toArray();
        int headers = push.length - DOCUMENT.length;
        for (int length = 0; length < headers; length++) {
            byte[] cut = Arrays.copyOf(push, length);
            assertThatThrownBy(() -> PushPdu.of(cut)).isInstanceOf(Malformed.class);
        }
        for (int bit = 0; bit < 8 * headers; bit++) {
            byte[] flipped = push.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            judge(flipped);
        }
    }

    private static void judge(byte[] bytes) {
        try {
            PushPdu read = PushPdu.of(bytes);
            assertThat(PushPdu.of(read.toArray()).type()).isEqualTo(read.type());
        } catch (Malformed malformed) {
            assertThat(malformed.offset()).isBetween(0, bytes.length);
        }
    }

    @Test
    void a_push_of_three_messages_has_the_bytes_of_others() {
        byte[] document = Vectors.hex("example-mobile.libwbxml-with-string-table");
        var push = new PushPdu(1, new Connectivity(Optional.of(new OfUser(new Pin("1234")).sign(document))), document);

        SegmentPlan plan = SegmentPlan.of(push, Ports.PUSH, new SegmentPlan.Reference(1, false));

        assertThat(plan.segments())
                .extracting(data -> HexFormat.of().formatHex(data.toArray()))
                .isEqualTo(Vectors.lines("example-mobile.segments.hex"));
        assertThat(plan.free()).isEqualTo(117);
    }

    @ParameterizedTest
    @CsvSource({
        "133, false, 1, 0",
        "134, false, 2, 122",
        "300, false, 3, 84",
        "256, false, 2, 0",
        "257, false, 3, 127",
        "254, true, 2, 0",
        "255, true, 3, 126",
        "32640, false, 255, 0",
        "32385, true, 255, 0"
    })
    void a_push_is_cut_into_as_few_messages_as_it_needs(int bytes, boolean wide, int count, int free) {
        SegmentPlan plan = SegmentPlan.of(push(bytes), Ports.PUSH, new SegmentPlan.Reference(9, wide));

        assertThat(plan.segments()).hasSize(count);
        assertThat(plan.free()).isEqualTo(free);
        assertThat(plan.segments().stream()
                        .mapToInt(data -> data.payload().length)
                        .sum())
                .isEqualTo(bytes);
        for (ShortMessage data : plan.segments()) {
            ShortMessage read = ShortMessage.of(data.toArray());
            assertThat(read.ports()).contains(Ports.PUSH);
            assertThat(read.part()).isEqualTo(data.part());
            assertThat(read.payload()).isEqualTo(data.payload());
            assertThat(data.toArray()).hasSizeLessThanOrEqualTo(ShortMessage.BYTES_MAX);
        }
    }

    @ParameterizedTest
    @CsvSource({"32641, false", "32386, true"})
    void a_push_of_more_than_255_messages_is_refused(int bytes, boolean wide) {
        assertThatThrownBy(() -> SegmentPlan.of(push(bytes), Ports.PUSH, new SegmentPlan.Reference(9, wide)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tpdu_is_what_a_modem_takes() {
        var push = new PushPdu(1, new Connectivity(Optional.of(new OfUser(new Pin("1234")).sign(DOCUMENT))), DOCUMENT);
        ShortMessage data = SegmentPlan.of(push, Ports.PUSH, new SegmentPlan.Reference(0, false))
                .segments()
                .getFirst();

        assertThat(HexFormat.of().formatHex(SmsSubmit.encode("+15550100", data)))
                .isEqualTo("41000891515510" + "0000047d" + "0605040b8423f0"
                        + HexFormat.of().formatHex(push.toArray()));
        assertThat(HexFormat.of().formatHex(SmsSubmit.encode("123", data))).startsWith("4100038121f3" + "0004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"06 08 04 00 01 02", "05 00 03 01 02 03", "05 00 03 01 02 00", "02 05 00", "04 24 05 01 02", "ff"
            })
    void a_header_that_breaks_its_format_is_malformed(String hex) {
        assertThatThrownBy(() -> ShortMessage.of(bytes(hex))).isInstanceOf(Malformed.class);
    }

    @Test
    void elements_that_say_nothing_to_us_are_passed_over() {
        ShortMessage read = ShortMessage.of(bytes("09 24 01 01 04 02 f0 f1 70 00 aa bb"));

        assertThat(read.ports()).contains(new Ports(0xF0, 0xF1));
        assertThat(read.part()).isEmpty();
        assertThat(read.payload()).containsExactly(0xAA, 0xBB);
    }

    private static PushPdu push(int bytes) {
        return new PushPdu(1, new Connectivity(Optional.empty()), new byte[bytes - 4]);
    }

    private static String hex(PushType type) {
        return HexFormat.of().formatHex(new PushPdu(1, type, DOCUMENT).toArray());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
