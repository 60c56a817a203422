package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.fake.FakeRegistrar;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real baresip registers from the file that the server writes for it. */
class BaresipJourney {
    private static final String PROGRAM = "baresip";

    private final House house = House.shared();
    private final Admin admin = house.admin();

    @TempDir
    Path directory;

    @Test
    void it_registers_from_our_accounts_file() throws Exception {
        assumeTrue(Softphone.isInstalled(PROGRAM), "no " + PROGRAM + ": apt-get install baresip-core");
        try (var registrar = new FakeRegistrar("prov.test")) {
            registrar.knows("bare", "s3cret");
            admin.user("bare", "correct horse battery");
            admin.post("accounts", Map.of("user", "bare", "address", "bare@prov.test", "secret", "s3cret"))
                    .done();
            admin.profile(
                    "registrar-of-bare",
                    "account.registrar=127.0.0.1",
                    "account.registrar_port=" + registrar.port(),
                    "account.transport=udp",
                    "account.expires_seconds=600");
            admin.assign("profile", "registrar-of-bare", "user:bare");
            admin.post("devices", Map.of("name", "baresip-of-bare", "type", "baresip", "user", "bare"))
                    .done();
            Files.writeString(directory.resolve("accounts"), fetched());
            Files.writeString(directory.resolve("config"), config());
            try (var _ = Softphone.start(directory, List.of("/usr/bin/" + PROGRAM, "-4", "-f", directory.toString()))) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> registrar.events().contains("registered bare"));
            }
            assertThat(registrar.events()).noneMatch(event -> event.startsWith("refused"));
        }
    }

    /** As a script beside the program would, over the clear port, which loopback may use. */
    private String fetched() throws IOException, InterruptedException {
        String file = admin.post("devices/baresip-of-bare/address", Map.of())
                .done()
                .path("file")
                .asString();
        URI clear = house.portal().resolve(URI.create(file).getPath());
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(clear).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static String config() {
        return """
                poll_method epoll
                sip_listen 0.0.0.0:0
                audio_player aubridge,nil
                audio_source aubridge,nil
                audio_alert aubridge,nil
                module_path /usr/lib/baresip/modules
                module g711.so
                module aubridge.so
                module_tmp account.so
                module_app menu.so
                """;
    }
}
