package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay between real devices, proxies and servers. */
class RelayJourney {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct horse battery";
    private static final String SNOM = "Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 000413741767)";

    @TempDir
    Path directory;

    @BeforeEach
    void peers() {
        PeerProgram.assumeInstalled();
    }

    @Test
    void a_device_that_knows_only_the_relay_is_served_and_the_portal_knows_its_address() throws IOException {
        int port = RelayProgram.freePort();
        int clear = RelayProgram.freePort();
        int tls = RelayProgram.freePort();
        try (House house = House.with(
                        "portal.relay_networks=127.0.0.0/8",
                        "portal.relay_http_port=" + clear,
                        "portal.relay_https_port=" + tls,
                        "portal.public_url=https://127.0.0.1:" + port);
                var relay = RelayProgram.at(
                        port, directory, "relay.portal=127.0.0.1:" + clear, "relay.portal_tls=127.0.0.1:" + tls)) {
            String server = PeerProgram.said(
                    "curl", "-sk", "--interface", "127.0.0.7", "https://127.0.0.1:%d/boot/v1/server".formatted(port));
            assertThat(server).contains("\"public_url\"");

            house.admin().user("ann", PASSWORD);
            house.admin().publish("ann-phone", "1.0", Zip.of("version.txt", "1.0"));
            house.admin().assign("application", "ann-phone", "user:ann");
            Machine machine = Machine.in(directory.resolve("home"), PASSWORD);
            machine.follow("ann", house.admin().message("ann"));
            assertThat(machine.installed("ann-phone", "version.txt")).isEqualTo("1.0");

            phone("http://127.0.0.1:" + port, "127.0.0.8");
            phone("https://127.0.0.1:" + port, "127.0.0.9");
            assertThat(house.admin().get("requests/unknown").done().toString())
                    .contains("from 127.0.0.8")
                    .contains("from 127.0.0.9");
            await().atMost(WITHIN).untilAsserted(() -> assertThat(relay.lines())
                    .anyMatch(line -> line.contains("\"source\":\"127.0.0.7\"") && line.contains("\"to\":\"portal\"")));
        }
    }

    /** Asks for a file of an address that nobody has. */
    private static void phone(String url, String from) {
        String code = PeerProgram.said(
                "curl",
                "-sk",
                "-o",
                "/dev/null",
                "-w",
                "%{http_code}",
                "-A",
                SNOM,
                "--interface",
                from,
                url + "/d/" + "b".repeat(37) + "ca/settings.xml");
        assertThat(code).isEqualTo("404");
    }

    @Test
    void proxies_before_and_behind_it_tell_and_are_told_the_address_of_the_device() throws IOException {
        PeerProgram.authority(directory, "authority");
        PeerProgram.authority(directory, "stranger");
        PeerProgram.certificate(directory, "exchange", "authority");
        int exchange = RelayProgram.freePort();
        int other = RelayProgram.freePort();
        int before = RelayProgram.freePort();
        int behind = RelayProgram.freePort();
        int port = RelayProgram.freePort();
        try (var _ = PeerProgram.nginx(directory.resolve("nginx"), exchange, servers(exchange, other));
                var _ = PeerProgram.haproxy(directory.resolve("behind"), behind, behind(behind, other));
                var relay = RelayProgram.at(
                        port,
                        directory,
                        "relay.trusted_networks=127.0.0.1/32",
                        "relay.activesync=tls://localhost:" + exchange,
                        "relay.backend_authorities=" + directory.resolve("authority.pem"),
                        "relay.default=127.0.0.1:" + behind,
                        "relay.default_header=true");
                var _ = PeerProgram.haproxy(directory.resolve("before"), before, before(before, port))) {
            String url = "http://127.0.0.1:" + before;
            assertThat(curl(url + "/Microsoft-Server-ActiveSync?Cmd=Ping", url + "/anything"))
                    .isEqualTo("exchange https\ndefault 127.0.0.9\n");
            await().atMost(WITHIN).untilAsserted(() -> assertThat(relay.lines())
                    .anyMatch(line -> line.contains("\"source\":\"127.0.0.9\"")
                            && line.contains("\"to\":\"activesync,default\"")
                            && line.contains("\"requests\":2")));
        }
        try (var _ = PeerProgram.nginx(directory.resolve("nginx"), exchange, servers(exchange, other));
                var relay = RelayProgram.with(
                        directory.resolve("doubting"),
                        "relay.activesync=tls://localhost:" + exchange,
                        "relay.backend_authorities=" + directory.resolve("stranger.pem"))) {
            assertThat(curl("http://127.0.0.1:%d/Microsoft-Server-ActiveSync".formatted(relay.port())))
                    .as("a server whose certificate is another's")
                    .contains("relay.unreachable");
        }
    }

    /** Both on one connection, when there are two. */
    private static String curl(String... urls) {
        var words = new java.util.ArrayList<>(java.util.List.of("curl", "-s", "--interface", "127.0.0.9"));
        words.addAll(java.util.List.of(urls));
        return PeerProgram.said(words.toArray(String[]::new));
    }

    private String servers(int exchange, int other) {
        return """
                server {
                  listen 127.0.0.1:%d ssl;
                  ssl_certificate %s/exchange.pem;
                  ssl_certificate_key %s/exchange.key;
                  location /Microsoft-Server-ActiveSync { return 200 "exchange $scheme\\n"; }
                }
                server {
                  listen 127.0.0.1:%d;
                  location / { return 200 "default $http_x_forwarded_for\\n"; }
                }
                """.formatted(exchange, directory, directory, other);
    }

    private static String before(int port, int relay) {
        return """
                listen before
                  mode tcp
                  bind 127.0.0.1:%d
                  server relay 127.0.0.1:%d send-proxy-v2
                """.formatted(port, relay);
    }

    private static String behind(int port, int other) {
        return """
                listen behind
                  mode http
                  bind 127.0.0.1:%d accept-proxy
                  option forwardfor
                  server other 127.0.0.1:%d
                """.formatted(port, other);
    }
}
