package dev.slipway.base.wire.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.fake.Subscribes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SipMessageTest {
    private static final int FUZZ_ROUNDS = 20_000;

    static Stream<String> makers() {
        return Subscribes.MAKERS.stream();
    }

    @ParameterizedTest
    @MethodSource("makers")
    void a_request_of_a_phone_is_read_and_written_and_is_the_same(String maker) {
        SipMessage read = SipMessage.read(Subscribes.bytes(maker));
        assertThat(read.start()).isInstanceOf(SipStart.Request.class);
        assertThat(SipMessage.read(read.bytes())).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void every_truncation_is_malformed(String maker) {
        byte[] whole = Subscribes.bytes(maker);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(catchThrowable(() -> SipMessage.read(cut)))
                    .as("%d bytes", length)
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_truncated_body_is_malformed_and_what_follows_it_is_passed_over() {
        byte[] whole = message("Content-Length: 5\r\n", "hello");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SipMessage.read(cut)).isInstanceOf(Malformed.class);
        }
        assertThat(SipMessage.read(message("Content-Length: 5\r\n", "hello, world"))
                        .body())
                .isEqualTo("hello");
    }

    @Test
    void any_change_of_bytes_ends_in_a_message_or_in_malformed() {
        var random = new Random(20261125);
        int malformed = 0;
        for (int round = 0; round < FUZZ_ROUNDS; round++) {
            byte[] bytes = Subscribes.bytes(Subscribes.MAKERS.get(round % Subscribes.MAKERS.size()));
            for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            malformed += fuzzed(bytes);
        }
        assertThat(malformed).isBetween(FUZZ_ROUNDS / 10, FUZZ_ROUNDS - 1);
    }

    private static int fuzzed(byte[] bytes) {
        try {
            SipMessage message = SipMessage.read(bytes);
            message.headers().forEach(header -> SipAddress.parse(header.value()).port());
            message.answer(new SipStart.Status(200, "OK"), "t").received("h", 1).bytes();
            return 0;
        } catch (Malformed refused) {
            assertThat(refused.offset()).isBetween(0, bytes.length);
            return 1;
        }
    }

    @Test
    void compact_names_are_the_long_ones_and_a_folded_line_is_one() {
        SipMessage read = SipMessage.read(Subscribes.bytes("panasonic"));
        assertThat(read.header("call-id")).contains("5f1a@192.168.0.9");
        assertThat(read.header("Event"))
                .contains("ua-profile;profile-type=\"device\"; vendor=\"Panasonic\";model=\"KX-HDV130\";"
                        + "version=\"06.001\"");
        assertThat(read.header("Content-Length")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 1\\r\\nContent-Length: 1\\r\\n | one Content-Length",
                "Content-Length: -1\\r\\n                      | one Content-Length",
                "Content-Length: 999999\\r\\n                  | one Content-Length",
                "Content-Length: 6\\r\\n                       | a body of 6 bytes",
                "No colon\\r\\n                                | NAME: VALUE",
                "Bare: line\\n                                 | CR LF"
            })
    void what_is_wrong_is_said(String field, String why) {
        byte[] bytes = message(field.replace("\\r", "\r").replace("\\n", "\n"), "hello");
        assertThatThrownBy(() -> SipMessage.read(bytes))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(why);
    }

    @Test
    void each_limit_holds_at_the_limit_and_not_one_past_it() {
        String longest = "X: " + "x".repeat(SipReader.LINE_BYTES_MAX - 3) + "\r\n";
        assertThat(SipMessage.read(message(longest, "")).header("X")).isPresent();
        refused(message("X" + longest, ""), "1024 bytes");
        int folds = SipReader.LINE_BYTES_MAX / 64;
        refused(message("X: 1\r\n" + (" " + "x".repeat(62) + "\r\n").repeat(folds), ""), "a field of at most");
        assertThat(SipMessage.read(message("X: 1\r\n".repeat(SipReader.HEADERS_MAX - 5), ""))
                        .headers())
                .hasSize(SipReader.HEADERS_MAX);
        refused(message("X: 1\r\n".repeat(SipReader.HEADERS_MAX - 4), ""), "at most 64 fields");
        byte[] head = message("", "");
        byte[] full = message("", "b".repeat(SipReader.MESSAGE_BYTES_MAX - head.length));
        assertThat(SipMessage.read(full).body()).hasSize(SipReader.MESSAGE_BYTES_MAX - head.length);
        refused(Arrays.copyOf(full, full.length + 1), "at most 8192 bytes");
    }

    private static void refused(byte[] bytes, String why) {
        assertThatThrownBy(() -> SipMessage.read(bytes))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_message_without_what_identifies_it_is_malformed() {
        for (String needed : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
            String without = Subscribes.of("snom").replaceAll("(?m)^" + needed + ":.*\r\n", "");
            refused(without.getBytes(StandardCharsets.UTF_8), "a field " + needed);
        }
    }

    @Test
    void an_answer_brings_back_what_identifies_the_request() {
        SipMessage request = SipMessage.read(Subscribes.bytes("snom")).received("192.0.2.1", 4711);
        String answer = new String(
                request.answer(new SipStart.Status(200, "OK"), "mine").bytes(), StandardCharsets.UTF_8);
        assertThat(answer).isEqualTo("""
                SIP/2.0 200 OK\r
                Via: SIP/2.0/UDP 192.168.10.67:5060;received=192.0.2.1;rport=4711\r
                From: <sip:MAC%3a00135E874B49@intern.snom.de>;tag=658512961\r
                To: <sip:MAC%3a00135E874B49@intern.snom.de>;tag=mine\r
                Call-ID: 1930770594@192.168.10.67\r
                CSeq: 1 SUBSCRIBE\r
                Content-Length: 0\r
                \r
                """);
    }

    @Test
    void a_line_end_cannot_be_smuggled_into_a_field() {
        assertThatThrownBy(() -> new SipHeader("To", "a\r\nX: b")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "<sip:a@192.0.2.1:5070>;tag=1, sip:a@192.0.2.1:5070, 1, 5070",
        "\"Ann <x> ;\" <sip:a@[2001:db8::1]:5071;lr>;tag=1, sip:a@[2001:db8::1]:5071;lr, 1, 5071",
        "sip:a@h;tag=1, sip:a@h, 1, 0",
        "<sip:a@h:0>;tag=1, sip:a@h:0, 1, 0",
        "<sip:a@h:65536>;tag=1, sip:a@h:65536, 1, 0",
        "SIP/2.0/UDP 192.0.2.1:5062;branch=z;tag=1, SIP/2.0/UDP 192.0.2.1:5062, 1, 5062",
    })
    void an_address_is_read(String field, String value, String tag, int port) {
        SipAddress read = SipAddress.parse(field);
        assertThat(read.value()).isEqualTo(value);
        assertThat(read.parameter("tag")).contains(tag);
        assertThat(read.port().orElse(0)).isEqualTo(port);
    }

    private static byte[] message(String fields, String body) {
        return ("NOTIFY sip:a SIP/2.0\r\nVia: v\r\nFrom: f\r\nTo: t\r\nCall-ID: i\r\nCSeq: 1 NOTIFY\r\n" + fields
                        + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
