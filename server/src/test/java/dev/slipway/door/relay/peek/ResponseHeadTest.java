package dev.slipway.door.relay.peek;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTest {
    private final ResponseHead head = new ResponseHead();
    private final BodyEnd body = new BodyEnd();

    private Fault read(String text, boolean toHead) {
        ByteBuf bytes = Unpooled.copiedBuffer(text.replace("|", "\r\n"), StandardCharsets.ISO_8859_1);
        Fault fault = head.read(bytes, 0, new HeadEnd().find(bytes, 0));
        head.frames(body, toHead);
        return fault;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "true; false; HTTP/1.1 304 Not Modified|Content-Length: 7||",
                "true; false; HTTP/1.1 204 No Content||",
                "true; true; HTTP/1.1 200 OK|Content-Length: 7||",
                "true; false; HTTP/1.1 200 OK|Content-Length: 0||",
                "false; false; HTTP/1.1 200 OK|Content-Length: 7||",
                "false; false; HTTP/1.1 200|Transfer-Encoding: chunked||",
                "false; false; HTTP/1.0 200 OK||"
            })
    void it_says_where_the_body_ends(boolean atOnce, boolean toHead, String text) {
        assertThat(read(text, toHead)).isEqualTo(Fault.NONE);
        assertThat(body.ended()).isEqualTo(atOnce);
    }

    @Test
    void an_answer_without_a_length_lasts_until_the_end_of_the_connection() {
        read("HTTP/1.1 200 OK|Connection: close||", false);
        assertThat(body.isEndless()).isTrue();
        assertThat(head.keepsAlive()).isFalse();
    }

    @Test
    void interim_answers_are_followed_by_another_and_101_is_not() {
        read("HTTP/1.1 100 Continue||", false);
        assertThat(head.isInterim()).isTrue();
        read("HTTP/1.1 101 Switching Protocols||", false);
        assertThat(head.isInterim()).isFalse();
        assertThat(head.switches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200 OK||",
                "HTTP/1.1 20 OK||",
                "HTTP/1.1  200||",
                "HTTP/1.1 2000||",
                "ICY 200 OK||",
                "HTTP/1.1||"
            })
    void another_beginning_is_a_fault(String text) {
        assertThat(read(text, false)).isEqualTo(Fault.REQUEST_LINE);
    }

    @Test
    void an_answer_with_length_and_coding_is_a_fault() {
        assertThat(read("HTTP/1.1 200 OK|Content-Length: 7|Transfer-Encoding: chunked||", false))
                .isEqualTo(Fault.LENGTH_AND_CODING);
    }
}
