package dev.slipway.door.relay.peek;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
    private final RequestHead head = new RequestHead();

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }

    /** Written with {@code |} for every line's end. */
    private Fault read(String text) {
        ByteBuf bytes = bytes(text.replace("|", "\r\n"));
        var end = new HeadEnd();
        int length = end.find(bytes, 0);
        return length == 0 ? end.fault() : head.read(bytes, 0, length);
    }

    private String path(String target) {
        assertThat(read("GET " + target + " HTTP/1.1|Host: h||")).as(target).isEqualTo(Fault.NONE);
        return head.path().text();
    }

    @Test
    void a_plain_request_is_read() {
        assertThat(read("GET /get/win?x=/a HTTP/1.1|Host: here.example|Accept: */*||"))
                .isEqualTo(Fault.NONE);
        assertThat(head.path().text()).isEqualTo("/get/win");
        assertThat(head.keepsAlive()).isTrue();
        assertThat(head.isHead()).isFalse();
        assertThat(head.spots()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "//get, /get",
        "/%67et, /get",
        "/./get, /get",
        "/x/../get, /get",
        "/x/%2e%2E/get, /get",
        "/../../get, /get",
        "/get%2fwin, /get/win",
        "'\\get', /get",
        "/get\\win, /get/win",
        "http://h.example/get, /get",
        "https://h.example:8/get?x, /get",
        "/caf%C3%A9, /cafÃ©",
        "/get/, /get/"
    })
    void a_path_is_made_normal_before_any_rule_sees_it(String target, String normal) {
        if (target.startsWith("\\")) {
            assertThat(read("GET " + target + " HTTP/1.1|Host: h||")).isEqualTo(Fault.TARGET);
        } else {
            assertThat(path(target)).isEqualTo(normal);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/get, /get, true",
        "/get/win, /get, true",
        "/getaway, /get, false",
        "/ge, /get, false",
        "/GET, /get, false",
        "/%67et/x, /get, true"
    })
    void a_rule_takes_its_path_and_what_is_below(String target, String prefix, boolean taken) {
        path(target);
        assertThat(head.path().isAtOrBelow(Ascii.word(prefix), false)).isEqualTo(taken);
    }

    @Test
    void case_does_not_matter_where_a_rule_says_so() {
        path("/MICROSOFT-server-activesync?Cmd=Sync");
        assertThat(head.path().isAtOrBelow(Ascii.word("/microsoft-server-activesync"), true))
                .isTrue();
    }

    /** What makes two readers disagree about where a request ends, and its relatives (RFC 9112, section 11.2). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LENGTH_AND_CODING; POST / HTTP/1.1|Host: h|Content-Length: 4|Transfer-Encoding: chunked||",
                "LENGTH_AND_CODING; POST / HTTP/1.1|Host: h|Transfer-Encoding: chunked|Content-Length: 4||",
                "LENGTH; POST / HTTP/1.1|Host: h|Content-Length: 4|Content-Length: 5||",
                "LENGTH; POST / HTTP/1.1|Host: h|Content-Length: 4|Content-Length: 4||",
                "LENGTH; POST / HTTP/1.1|Host: h|Content-Length: 4, 4||",
                "LENGTH; POST / HTTP/1.1|Host: h|Content-Length: +4||",
                "LENGTH; POST / HTTP/1.1|Host: h|Content-Length: -1||",
                "LENGTH; POST / HTTP/1.1|Host: h|Content-Length: 0x4||",
                "LENGTH; POST / HTTP/1.1|Host: h|Content-Length:||",
                "LENGTH; POST / HTTP/1.1|Host: h|Content-Length: 9999999999999999999||",
                "CODING; POST / HTTP/1.1|Host: h|Transfer-Encoding: xchunked||",
                "CODING; POST / HTTP/1.1|Host: h|Transfer-Encoding: identity||",
                "CODING; POST / HTTP/1.1|Host: h|Transfer-Encoding: gzip, chunked||",
                "CODING; POST / HTTP/1.1|Host: h|Transfer-Encoding: chunked, identity||",
                "CODING; POST / HTTP/1.1|Host: h|Transfer-Encoding: chunked|Transfer-Encoding: chunked||",
                "CODING; POST / HTTP/1.0|Host: h|Transfer-Encoding: chunked||",
                "FIELD; POST / HTTP/1.1|Host: h|Transfer-Encoding : chunked||",
                "FIELD; POST / HTTP/1.1|Host: h|Content-Length : 4||",
                "FIELD; POST / HTTP/1.1|Host: h| folded||",
                "FIELD; POST / HTTP/1.1| Host: h||",
                "FIELD; GET / HTTP/1.1|Host: h|X: a|\tb||",
                "FIELD; GET / HTTP/1.1|Host: h|: nameless||",
                "FIELD; GET / HTTP/1.1|Host: h|no colon||",
                "HOST; GET / HTTP/1.1|Accept: x||",
                "HOST; GET / HTTP/1.1|Host: a|Host: a||",
                "HOST; GET / HTTP/1.0|Host: a|host: b||",
                "REQUEST_LINE; GET  / HTTP/1.1|Host: h||",
                "REQUEST_LINE; GET / HTTP/1.1 |Host: h||",
                "REQUEST_LINE; GET /a b HTTP/1.1|Host: h||",
                "REQUEST_LINE; GET /|Host: h||",
                "REQUEST_LINE; G(T / HTTP/1.1|Host: h||",
                "REQUEST_LINE; ABCDEFGHIJKLMNOPQRSTU / HTTP/1.1|Host: h||",
                "VERSION; GET / HTTP/2.0|Host: h||",
                "VERSION; GET / HTTP/1.2|Host: h||",
                "VERSION; GET / http/1.1|Host: h||",
                "TARGET; CONNECT h:443 HTTP/1.1|Host: h||",
                "TARGET; GET get HTTP/1.1|Host: h||",
                "TARGET; GET * HTTP/1.1|Host: h||",
                "TARGET; GET /%00 HTTP/1.1|Host: h||",
                "TARGET; GET /%zz HTTP/1.1|Host: h||",
                "TARGET; GET /%2 HTTP/1.1|Host: h||",
                "TARGET; GET /a#b HTTP/1.1|Host: h||",
                "UPGRADE; GET / HTTP/1.1|Host: h|Connection: Upgrade, HTTP2-Settings|Upgrade: h2c||"
            })
    void what_could_be_read_two_ways_is_refused(Fault fault, String text) {
        assertThat(read(text)).as(text).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1\nHost: h\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\n\r\n", "GET / HTTP/1.1\r\n\n"})
    void a_line_that_ends_with_a_bare_line_feed_is_refused(String text) {
        assertThat(read(text)).isEqualTo(Fault.LINE_END);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\r', '\013', '\014', 127})
    void a_control_character_in_a_value_is_refused(char control) {
        assertThat(read("GET / HTTP/1.1|Host: h|X: a" + control + "b||")).isEqualTo(Fault.LINE_END);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "true; GET / HTTP/1.1|Host: h||",
                "false; GET / HTTP/1.1|Host: h|Connection: x, Close||",
                "false; GET / HTTP/1.0||",
                "true; GET / HTTP/1.0|Connection: Keep-Alive||"
            })
    void it_says_whether_the_connection_lasts(boolean lasts, String text) {
        assertThat(read(text)).isEqualTo(Fault.NONE);
        assertThat(head.keepsAlive()).isEqualTo(lasts);
    }

    @Test
    void lines_that_only_somebody_trusted_may_send_are_pointed_out() {
        String text = "GET / HTTP/1.1|Host: h|X-Forwarded-For: 1.2.3.4|A: b|forwarded: for=x|csc-src: y|X-Real-IP: z|"
                + "X-Forwarder: no|CSC: no||";
        assertThat(read(text)).isEqualTo(Fault.NONE);
        String sent = text.replace("|", "\r\n");
        var left = new StringBuilder();
        int from = 0;
        for (int i = 0; i < head.spots(); i++) {
            left.append(sent, from, head.spotStart(i));
            from = head.spotEnd(i);
        }
        left.append(sent.substring(from));
        assertThat(left.toString().replace("\r\n", "|"))
                .isEqualTo("GET / HTTP/1.1|Host: h|A: b|X-Forwarder: no|CSC: no||");
    }

    @Test
    void a_head_is_found_byte_by_byte_just_as_whole() {
        String text = "GET /a HTTP/1.1\r\nHost: h\r\n\r\nNEXT";
        var end = new HeadEnd();
        ByteBuf bytes = Unpooled.buffer();
        for (int i = 0; i < text.length() - 5; i++) {
            bytes.writeByte(text.charAt(i));
            assertThat(end.find(bytes, 0)).isZero();
            assertThat(end.fault()).isEqualTo(Fault.NONE);
        }
        bytes.writeByte('\n');
        assertThat(end.find(bytes, 0)).isEqualTo(text.length() - 4);
    }

    @Test
    void a_head_may_have_16384_bytes_and_not_one_more() {
        String before = "GET / HTTP/1.1|Host: h|X: ";
        int rest = HeadEnd.BYTES_MAX - before.length() - 2 - 4;
        assertThat(read(before + "x".repeat(rest) + "||")).isEqualTo(Fault.NONE);
        assertThat(read(before + "x".repeat(rest + 1) + "||")).isEqualTo(Fault.HEAD_TOO_LONG);
        assertThat(read(before + "x".repeat(rest + 40))).isEqualTo(Fault.HEAD_TOO_LONG);
    }

    @Property
    void no_bytes_make_it_fail_otherwise_than_by_a_fault(@ForAll byte[] noise, @ForAll @IntRange(max = 3) int where) {
        String hole = new String(noise, StandardCharsets.ISO_8859_1);
        String[] shapes = {"%s / HTTP/1.1|Host: h||", "GET %s HTTP/1.1|Host: h||", "GET / HTTP/1.1|%s: h||", "%s"};
        assertThat(read(shapes[where].replace("%s", hole))).isNotNull();
    }
}
