package dev.slipway.base.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.http.Content;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.OwnCertificate;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbeTest {
    private final Vertx loops = Listener.loops();
    private final InstantSource clock = InstantSource.system();
    private final Probe trusting = new Probe(host -> {}, named(), clock);
    private Listening clear;
    private Listening secure;
    private Listening misnamed;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        Router router = Router.router(loops);
        router.route("/app.zip")
                .handler(context -> Content.of("application/zip", "app".getBytes(StandardCharsets.US_ASCII))
                        .send(context.request()));
        router.route("/moved").handler(context -> context.response()
                .setStatusCode(302)
                .putHeader("location", "https://store.example.com/app")
                .end());
        var key = new OwnCertificate(directory, clock, new SecureRandom()).serving(List.of("localhost"));
        clear = new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL).start(loops, clock, router);
        misnamed = new Listener("127.0.0.2", 0, Optional.of(key), Limits.USUAL).start(loops, clock, router);
        secure = new Listener("127.0.0.1", 0, Optional.of(key), Limits.USUAL).start(loops, clock, router);
    }

    @AfterAll
    void close() {
        clear.stop();
        secure.stop();
        misnamed.stop();
        loops.close().await();
    }

    /** Trusts every issuer, but a name must fit: Java checks it for trust managers that know nothing of names. */
    private static SSLContext named() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new EveryIssuer()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /** An authority for all. */
    private record EveryIssuer() implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static URI at(String scheme, String host, Listening where, String path) {
        return URI.create("%s://%s:%d%s".formatted(scheme, host, where.port(), path));
    }

    private static Step last(List<Step> steps) {
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(Step::good);
        return steps.getLast();
    }

    @Test
    void a_file_that_is_there_is_told_with_its_type_and_length() {
        List<Step> steps = trusting.file(at("https", "localhost", secure, "/app.zip"));

        assertThat(steps).extracting(Step::what).containsExactly("name", "connection", "certificate", "answer");
        assertThat(steps).allMatch(Step::good);
        assertThat(steps.getLast().sentence()).contains("application/zip", "3 bytes");
    }

    @Test
    void a_file_that_is_not_there_and_one_that_moved_are_told_apart() {
        Step missing = last(trusting.file(at("http", "127.0.0.1", clear, "/none")));
        Step moved = last(trusting.file(at("http", "127.0.0.1", clear, "/moved")));

        assertThat(missing.good()).isFalse();
        assertThat(missing.sentence()).contains("404");
        assertThat(moved.sentence()).contains("https://store.example.com/app");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_or_for_another_name_is_told() {
        Step stranger = last(Probe.usual(host -> {}, clock).file(at("https", "localhost", secure, "/app.zip")));
        Step other = last(trusting.file(at("https", "127.0.0.2", misnamed, "/app.zip")));

        assertThat(List.of(stranger, other)).allSatisfy(step -> {
            assertThat(step.what()).isEqualTo("certificate");
            assertThat(step.good()).isFalse();
        });
    }

    @Test
    void a_certificate_that_ends_soon_is_told_before_devices_notice() {
        InstantSource later = () -> Instant.now().plus(Duration.ofDays(20_000));
        var probe = new Probe(host -> {}, named(), later);

        assertThat(last(probe.file(at("https", "localhost", secure, "/app.zip")))
                        .sentence())
                .contains("renew it now");
    }

    @Test
    void a_closed_port_and_an_unknown_name_are_told() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Probe.HostRule nobody = host -> {
            throw new UnknownHostException(host);
        };

        assertThat(last(trusting.service("127.0.0.1", closed)).what()).isEqualTo("connection");
        assertThat(trusting.service("127.0.0.1", clear.port())).allMatch(Step::good);
        assertThat(last(new Probe(nobody, named(), clock).service("sip.example.com", 5060))
                        .sentence())
                .contains("Nobody knows the name sip.example.com");
    }
}
