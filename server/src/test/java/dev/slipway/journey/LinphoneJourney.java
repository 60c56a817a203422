package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.fake.FakeRegistrar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Linphone fetches its file, registers, follows a change of its user, and loses its account. */
class LinphoneJourney {
    private static final String PROGRAM = "linphone-daemon";
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final FakeRegistrar registrar = new FakeRegistrar("prov.test");

    private House house;
    private Admin admin;

    @TempDir
    Path directory;

    /** Its TLS library compares names only, so the server has one. */
    @BeforeEach
    void open() throws IOException {
        assumeTrue(Softphone.isInstalled(PROGRAM), "no " + PROGRAM + ": apt-get install linphone-cli");
        house = House.named("localhost");
        admin = house.admin();
    }

    @AfterEach
    void close() throws IOException {
        registrar.close();
        if (house != null) {
            house.close();
        }
    }

    @Test
    void it_registers_follows_its_user_and_loses_its_account() throws IOException {
        registrar.knows("lin", "first-secret");
        registrar.knows("phone", "second-secret");
        admin.user("lin", "correct horse battery");
        String account = account("lin@prov.test", "first-secret");
        admin.profile("registrar-of-lin", "account.registrar=127.0.0.1", "account.registrar_port=" + registrar.port());
        admin.assign("profile", "registrar-of-lin", "user:lin");
        admin.post("devices", Map.of("name", "linphone-of-lin", "type", "linphone", "user", "lin"))
                .done();
        String file = admin.post("devices/linphone-of-lin/address", Map.of())
                .done()
                .path("file")
                .asString();
        Path configuration = configured(file);

        run(configuration, "registered lin");
        assertThat(Files.readString(configuration))
                .contains("config-uri=" + file)
                .contains("reg_identity=\"lin@prov.test\" <sip:lin@prov.test>")
                .as("the password never was on the device")
                .doesNotContain("first-secret");

        admin.bare("DELETE", "accounts/" + account).done();
        String second = account("phone@prov.test", "second-secret");
        run(configuration, "registered phone");

        admin.patch("accounts/" + second, Map.of("service", Map.of("state", "disabled")))
                .done();
        int before = registrar.events().size();
        try (Softphone linphone = linphone(configuration)) {
            Awaitility.await().atMost(WITHIN).until(() -> isRevoked(linphone, configuration));
            linphone.quit();
        }
        assertThat(registrar.events().subList(before, registrar.events().size()))
                .noneMatch(event -> event.startsWith("registered"));
        assertThat(Files.readString(configuration)).contains("reg_sendregister=0");
    }

    private String account(String address, String secret) {
        return admin.post("accounts", Map.of("user", "lin", "address", address, "secret", secret))
                .done()
                .path("id")
                .asString();
    }

    /** It asks over TLS, and believes the certificate that the server made for itself. */
    private Path configured(String file) throws IOException {
        Path configuration = directory.resolve("linphonerc");
        Files.writeString(configuration, """
                [misc]
                config-uri=%s
                [sip]
                root_ca=%s
                sip_port=-1
                sip_tcp_port=-1
                sip_tls_port=-1
                """.formatted(file, house.data().resolve("keys/certificate.pem")));
        return configuration;
    }

    private void run(Path configuration, String event) {
        try (Softphone linphone = linphone(configuration)) {
            Awaitility.await().atMost(WITHIN).until(() -> registrar.events().contains(event));
            linphone.quit();
        }
    }

    private Softphone linphone(Path configuration) {
        return Softphone.start(
                directory,
                List.of(
                        "/usr/bin/" + PROGRAM,
                        "--config",
                        configuration.toString(),
                        "--log",
                        directory.resolve("linphone.log").toString()));
    }

    private boolean isRevoked(Softphone linphone, Path configuration) throws IOException {
        linphone.say("register-status ALL");
        return Files.readString(configuration).contains("reg_sendregister=0");
    }
}
