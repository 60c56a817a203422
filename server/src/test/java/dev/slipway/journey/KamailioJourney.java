package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.fake.FakeSipClient;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real Kamailio asks our database who may register: nobody before the redemption, nobody after the account ends. */
class KamailioJourney {
    private static final Path PROGRAM = Path.of("/usr/sbin/kamailio");
    private static final String PASSWORD = "s3cret-of-ann";
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Pattern DOCUMENT = Pattern.compile("url=(?:[a-z-]+:)?https?://[^/]+(/[^\"]+)");

    /** Port of its own; user, password, host, port and name of the database. */
    private static final String CONFIGURATION = """
                #!KAMAILIO
                children=1
                auto_aliases=no
                log_stderror=yes
                listen=udp:127.0.0.1:%d
                loadmodule "sl.so"
                loadmodule "pv.so"
                loadmodule "textops.so"
                loadmodule "siputils.so"
                loadmodule "usrloc.so"
                loadmodule "registrar.so"
                loadmodule "db_postgres.so"
                loadmodule "auth.so"
                loadmodule "auth_db.so"
                modparam("usrloc", "db_mode", 0)
                modparam("auth_db", "db_url", "postgres://%s:%s@%s:%d/%s")
                modparam("auth_db", "calculate_ha1", 0)
                modparam("auth_db", "password_column", "ha1")
                modparam("auth_db", "use_domain", 1)
                request_route {
                    if (is_method("REGISTER")) {
                        if (!auth_check("$td", "subscriber", "1")) {
                            auth_challenge("$td", "0");
                            exit;
                        }
                        save("location");
                        exit;
                    }
                    sl_send_reply("405", "Method Not Allowed");
                }
                """;

    private House house;
    private Admin admin;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(
                Files.isExecutable(PROGRAM) && modules().findAny().isPresent(),
                "no kamailio: apt-get install kamailio kamailio-postgres-modules");
        house = House.open();
        admin = house.admin();
    }

    private static Stream<Path> modules() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("/usr/lib"), 4)) {
            return files.filter(file -> file.endsWith("kamailio/modules/db_postgres.so")).toList().stream();
        }
    }

    @AfterEach
    void close() throws IOException {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void an_account_registers_from_its_redemption_to_its_end() throws IOException {
        admin.profile("phones", "account.user_name=${account.user}");
        JsonNode issued = admin.post(
                        "activations",
                        Map.of(
                                "person", Map.of("login", "ann"),
                                "account", Map.of("address", "ann@prov.test", "secret", PASSWORD),
                                "profile", "phones",
                                "device", Map.of("type", "linphone")))
                .done();
        JsonNode server = admin.post("sip-servers", Map.of("name", "kamailio")).done();
        int port = freePort();
        Process kamailio = started(server, port);
        try (var client = new FakeSipClient(port)) {
            await().atMost(WITHIN).until(() -> client.register("ann", "prov.test", PASSWORD) == UNAUTHORIZED);

            redeem(issued.at("/handover/activation").asString());
            assertThat(client.register("ann", "prov.test", PASSWORD)).isEqualTo(OK);
            assertThat(client.register("ann", "prov.test", "wrong")).isEqualTo(UNAUTHORIZED);

            admin.patch("accounts/ann@prov.test", Map.of("service", Map.of("state", "disabled")))
                    .done();
            assertThat(client.register("ann", "prov.test", PASSWORD)).isEqualTo(UNAUTHORIZED);
        } finally {
            kamailio.destroy();
            kamailio.onExit().join();
        }
    }

    /** As a Linphone does it: the button of the page, and then the document behind it. */
    private void redeem(String link) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String path = URI.create(link).getPath();
            String page = client.sendAsync(
                            HttpRequest.newBuilder(URI.create(house.portal() + path))
                                    .header("content-type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("document=linphone"))
                                    .build(),
                            BodyHandlers.ofString())
                    .join()
                    .body();
            Matcher document = DOCUMENT.matcher(page);
            assertThat(document.find()).as(page).isTrue();
            int status = client.sendAsync(
                            HttpRequest.newBuilder(URI.create(house.portal() + document.group(1)))
                                    .build(),
                            BodyHandlers.ofString())
                    .join()
                    .statusCode();
            assertThat(status).isEqualTo(OK);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    /** In the foreground, with one worker, writing into the test's directory only. */
    private Process started(JsonNode server, int port) throws IOException {
        Path configuration = Files.writeString(
                directory.resolve("kamailio.cfg"),
                CONFIGURATION.formatted(
                        port,
                        server.at("/database/user").asString(),
                        server.at("/database/password").asString(),
                        server.at("/database/host").asString(),
                        server.at("/database/port").asInt(),
                        server.at("/database/name").asString()));
        return new ProcessBuilder(
                        PROGRAM.toString(),
                        "-DD",
                        "-E",
                        "-f",
                        configuration.toString(),
                        "-Y",
                        directory.toString(),
                        "-P",
                        directory.resolve("pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("kamailio.log").toFile())
                .start();
    }
}
