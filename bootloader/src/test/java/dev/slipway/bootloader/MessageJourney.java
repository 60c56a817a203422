package dev.slipway.bootloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.bootloader.fake.FakeCertificate;
import dev.slipway.bootloader.fake.FakeKeys;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.fake.Program;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a person starts it: with the text of a message, against a portal whose certificate nobody knows. */
class MessageJourney {
    @TempDir
    Path directory;

    @Test
    void a_message_leads_to_software_that_keeps_itself_current_until_a_signal() throws Exception {
        var program = new Program(directory);
        try (var portal = FakePortal.secure(FakeKeys.drawn(), FakeCertificate.ONE, 0)) {
            portal.shelf.polling(PollingPlan.rel(PollingPlan.PERIOD_MIN)).assign(release("1.0"));
            assertThat(program.run("--login", "alice", message(portal, portal.key())))
                    .as(program.said())
                    .isZero();
            assertThat(version()).isEqualTo("1.0");

            portal.shelf.assign(release("1.1"));
            Process daemon = program.start("run");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> portal.story("phone").contains("INSTALL DONE 1.1"));
            assertThat(version()).isEqualTo("1.1");
            assertThat(program.run("check-now")).as("one process at a time").isEqualTo(5);

            daemon.destroy();
            assertThat(daemon.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(daemon.exitValue()).isZero();
            assertThat(program.run("unenroll", "--remove-apps")).isZero();
            assertThat(program.home().resolve("apps")).isEmptyDirectory();
            assertThat(program.home().resolve("token")).doesNotExist();
        }
    }

    @Test
    void a_message_with_another_key_sends_no_password_and_ends_with_4() throws Exception {
        var program = new Program(directory);
        try (var portal = FakePortal.secure(FakeKeys.drawn(), FakeCertificate.ONE, 0)) {
            assertThat(program.run(
                            "--login", "alice", message(portal, FakeKeys.drawn().fingerprint())))
                    .isEqualTo(4);
            assertThat(portal.logons).isEmpty();
            assertThat(program.said()).contains("root.unknown-key");
        }
    }

    private String version() throws IOException {
        return Files.readString(directory.resolve("home/apps/phone/current/version.txt"));
    }

    private static FakeRelease release(String version) {
        return FakeRelease.of("phone", version, Kind.FILES, Map.of("version.txt", version));
    }

    private static String message(FakePortal portal, String key) {
        return "https://get.example.com/get Key: " + key + " Host: 127.0.0.1 Port: " + portal.port() + " cdzprov";
    }
}
