package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.http.clients.ClientAuthorities;
import dev.slipway.base.http.clients.Network;
import dev.slipway.base.http.clients.Remote;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BehindRelayTest {
    private static final String REQUEST = "GET /where HTTP/1.0\r\n\r\n";

    /** From 192.0.2.7, port 1234, to 192.0.2.8, port 5678. */
    private static final String HEADER = "0d0a0d0a000d0a515549540a2111%sc0000207c000020804d2162e";

    private static Served trusting(String networks) {
        return Served.with(
                new Listener(
                        "127.0.0.1", 0, Optional.empty(), Limits.USUAL, ClientAuthorities.NONE, Network.read(networks)),
                BehindRelayTest::where);
    }

    private static void where(HttpServerRequest request) {
        String said = Remote.address(request) + " " + Remote.isOverTls(request) + " " + Remote.isPrivate(request);
        Served.LOOP.onLoop(request, () -> Content.text("text/plain", said));
    }

    private static String asked(Served served, byte[] header) throws IOException {
        try (var socket = new Socket("127.0.0.1", served.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(header);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static byte[] header(String length, String values) {
        return HexFormat.of().parseHex(HEADER.formatted(length) + values);
    }

    @Test
    void a_relay_says_for_whom_it_calls() throws IOException {
        try (Served served = trusting("127.0.0.0/8")) {
            assertThat(asked(served, header("000c", ""))).endsWith("\r\n192.0.2.7 false false");
        }
    }

    @Test
    void a_relay_says_that_the_device_spoke_tls_to_it() throws IOException {
        try (Served served = trusting("127.0.0.0/8")) {
            assertThat(asked(served, header("0014", "2000050100000001"))).endsWith("\r\n192.0.2.7 true true");
            assertThat(asked(served, header("0014", "2000050000000001"))).endsWith("\r\n192.0.2.7 false false");
        }
    }

    @Test
    void who_does_not_say_it_is_not_answered() throws IOException {
        try (Served served = trusting("127.0.0.0/8")) {
            assertThat(asked(served, new byte[0])).isEmpty();
        }
    }

    @Test
    void nobody_else_may_call() throws IOException {
        try (Served served = trusting("10.0.0.0/8,2001:db8::/32")) {
            assertThat(asked(served, header("000c", ""))).isEmpty();
        }
    }

    @Test
    void a_header_is_not_believed_where_none_is_awaited() throws IOException {
        try (Served served = Served.plain(Limits.USUAL, BehindRelayTest::where)) {
            assertThat(asked(served, header("000c", ""))).doesNotContain("192.0.2.7");
        }
    }
}
