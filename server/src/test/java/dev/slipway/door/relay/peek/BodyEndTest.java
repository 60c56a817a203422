package dev.slipway.door.relay.peek;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyEndTest {
    private final BodyEnd body = new BodyEnd();

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text.replace("|", "\r\n"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_body_of_known_length_ends_after_it() {
        body.length(5);
        assertThat(body.take(bytes("abc"), 0)).isEqualTo(3);
        assertThat(body.ended()).isFalse();
        assertThat(body.take(bytes("deNEXT"), 0)).isEqualTo(2);
        assertThat(body.ended()).isTrue();
    }

    @Test
    void an_empty_body_has_ended_at_once() {
        body.length(0);
        assertThat(body.ended()).isTrue();
        assertThat(body.take(bytes("NEXT"), 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0||",
                "5|abcde|0||",
                "a|0123456789|3;name=value|abc|000||",
                "5|a|b\n|0|Trailer: x|Other: y||",
                "F|0123456789abcde|0||"
            })
    void chunks_end_after_their_trailers_however_they_are_cut(String text) {
        ByteBuf whole = bytes(text);
        body.chunked();
        assertThat(body.take(bytes(text + "NEXT"), 0)).isEqualTo(whole.readableBytes());
        assertThat(body.ended()).isTrue();

        var slow = new BodyEnd();
        slow.chunked();
        for (int i = 0; i < whole.readableBytes(); i++) {
            assertThat(slow.ended()).isFalse();
            assertThat(slow.take(whole.slice(i, 1), 0)).isEqualTo(1);
        }
        assertThat(slow.ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|",
                "g|",
                ";x|",
                " 5|abcde|",
                "5 |abcde|",
                "5\n",
                "5|abcdeX",
                "5|abcde\n0||",
                "0|\n",
                "0x5|abcde|",
                "-1|",
                "1234567890abcdef|",
                "0| folded: x||",
                "5;a\nb|abcde|0||",
                "5;a\rb|",
                "0|T: a\nb||"
            })
    void a_chunk_that_two_readers_could_end_differently_is_a_fault(String text) {
        body.chunked();
        body.take(bytes(text), 0);
        assertThat(body.fault()).isEqualTo(Fault.CHUNK);
        assertThat(body.ended()).isFalse();
    }

    @Test
    void extensions_have_a_limit() {
        body.chunked();
        body.take(bytes("1;" + "x".repeat(BodyEnd.ASIDE_BYTES_MAX)), 0);
        assertThat(body.fault()).isEqualTo(Fault.NONE);
        body.take(bytes("x"), 0);
        assertThat(body.fault()).isEqualTo(Fault.CHUNK);
    }

    @Test
    void an_endless_body_takes_everything() {
        body.untilClosed();
        assertThat(body.take(bytes("abc"), 0)).isEqualTo(3);
        assertThat(body.ended()).isFalse();
        assertThat(body.isEndless()).isTrue();
    }
}
