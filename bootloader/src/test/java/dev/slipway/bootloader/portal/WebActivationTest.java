package dev.slipway.bootloader.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.bootloader.destination.ActivationDocument;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address that a person opens may be that of an activation document, or a portal's own. */
class WebActivationTest {
    private static final String DOCUMENT = "/a/token/ticket/my%20activation.slipway";

    private final WebActivation fetch = new WebActivation(new ProxyChoice(Map.of()));
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", WebActivationTest::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void the_document_at_exactly_that_address_is_fetched() {
        assertThat(fetch.find(address(DOCUMENT)))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{}"));
    }

    @Test
    void an_address_with_something_else_is_taken_for_a_portals() {
        assertThat(fetch.find(address("/get"))).isEmpty();
        assertThat(fetch.find(address("/"))).isEmpty();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean document = exchange.getRequestURI().getRawPath().equals(DOCUMENT);
            exchange.getResponseHeaders().set("Content-Type", document ? ActivationDocument.MEDIA_TYPE : "text/html");
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
