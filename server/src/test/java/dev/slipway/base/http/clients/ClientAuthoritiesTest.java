package dev.slipway.base.http.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.http.Content;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import dev.slipway.base.http.clients.ClientAuthorities.UnusableAuthority;
import dev.slipway.fake.TestAuthority;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientAuthoritiesTest {
    private final TestAuthority maker = new TestAuthority("CN=maker CA, O=Maker");
    private final TestAuthority other = new TestAuthority("CN=maker CA, O=Maker");
    private final AtomicReference<Optional<ClientCertificate>> shown = new AtomicReference<>(Optional.empty());
    private final Vertx loops = Listener.loops();

    @TempDir
    Path directory;

    private Listening listening;

    @BeforeEach
    void listen() throws Exception {
        listening = listening(ClientAuthorities.read(List.of(maker.file(directory))));
    }

    @AfterEach
    void close() {
        listening.stop();
        loops.close().await();
    }

    @Test
    void a_certificate_of_a_configured_authority_is_without_doubt() throws Exception {
        ClientCertificate seen =
                call(maker.caller("CN=000413A11FA7, O=Maker, SERIALNUMBER=77")).orElseThrow();
        assertThat(seen.doubt()).isEmpty();
        assertThat(seen.names()).containsExactlyInAnyOrder("000413A11FA7", "77");
        assertThat(seen.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void one_of_an_unknown_authority_of_the_same_name_passes_the_handshake_and_is_in_doubt() throws Exception {
        assertThat(call(other.caller("CN=000413A11FA7")).orElseThrow().doubt()).isPresent();
    }

    @Test
    void an_authority_below_the_configured_one_vouches_and_a_phone_s_own_certificate_does_not() throws Exception {
        TestAuthority second = maker.below("CN=second CA");
        TestAuthority thief = maker.usurper("CN=000413FFFFFF");
        assertThat(call(second.caller("CN=000413A11FA7")).orElseThrow().doubt()).isEmpty();
        ClientCertificate stolen = call(thief.caller("CN=000413A11FA7")).orElseThrow();
        assertThat(stolen.doubt()).isPresent();
        assertThat(stolen.names()).isEmpty();
    }

    @Test
    void one_that_is_over_or_not_yet_in_force_is_in_doubt() throws Exception {
        Instant now = Instant.now();
        SSLContext over = maker.caller("CN=000413A11FA7", now.minus(Duration.ofDays(400)));
        SSLContext early = maker.caller("CN=000413A11FA7", now.plus(Duration.ofDays(2)));
        assertThat(call(over).orElseThrow().doubt()).isPresent();
        assertThat(call(early).orElseThrow().doubt()).isPresent();
    }

    @Test
    void a_caller_without_a_certificate_comes_in_as_before() throws Exception {
        assertThat(call(TestAuthority.stranger())).isEmpty();
    }

    @Test
    void it_is_known_on_every_connection_also_when_its_session_is_taken_up_again() throws Exception {
        SSLContext phone = maker.caller("CN=000413A11FA7");
        ClientCertificate first = call(phone).orElseThrow();
        assertThat(call(phone)).contains(first);
        assertThat(call(phone)).contains(first);
    }

    @Test
    void it_is_asked_for_also_after_the_server_has_a_new_certificate() throws Exception {
        listening.renew(key("renewed"));
        assertThat(call(maker.caller("CN=000413A11FA7")).orElseThrow().doubt()).isEmpty();
        assertThat(call(TestAuthority.stranger())).isEmpty();
    }

    @Test
    void without_authorities_nobody_is_asked() throws Exception {
        listening.stop();
        listening = listening(ClientAuthorities.NONE);
        assertThat(call(maker.caller("CN=000413A11FA7"))).isEmpty();
    }

    @Test
    void a_file_without_an_authority_is_refused() throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        Path other = Files.writeString(directory.resolve("other.pem"), "not a certificate");
        for (Path file : List.of(empty, other, directory.resolve("missing.pem"))) {
            assertThatThrownBy(() -> ClientAuthorities.read(List.of(file)))
                    .isInstanceOf(UnusableAuthority.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private Listening listening(ClientAuthorities authorities) {
        var listener = new Listener("127.0.0.1", 0, Optional.of(key("own")), Limits.USUAL, authorities, List.of());
        return listener.start(loops, InstantSource.system(), this::note);
    }

    private ServerKey key(String name) {
        return new OwnCertificate(directory.resolve(name), InstantSource.system(), new SecureRandom())
                .serving(List.of("localhost"));
    }

    private void note(HttpServerRequest request) {
        shown.set(ClientCertificate.of(request));
        Content.none().send(request);
    }

    /** On a connection of its own. */
    private Optional<ClientCertificate> call(SSLContext tls) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + listening.port() + "/"));
            assertThat(client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        }
        return shown.get();
    }
}
