package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.admin.cli.Maintenance;
import dev.slipway.admin.cli.Maintenance.Finding;
import dev.slipway.admin.cli.Maintenance.Installation;
import dev.slipway.app.maintenance.LocalMaintenance;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does beside a running server, after it, and with its backup. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaintenanceJourney {
    private static final Optional<Secret> PASSPHRASE = Optional.of(new Secret("correct horse"));

    private Path temporary;
    private House house;

    private final Maintenance maintenance = new LocalMaintenance(System.getenv());

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        temporary = directory;
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        house = House.open();
    }

    @AfterAll
    void close() throws IOException {
        house.close();
    }

    @Test
    void a_backup_beside_the_running_server_comes_back_in_an_empty_directory() throws IOException {
        Path file = temporary.resolve("backup.zip");
        Maintenance.Summary saved = maintenance.backup(served(), file, PASSPHRASE);
        assertThat(saved.rows()).isPositive();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertRefused("backup.exists", () -> maintenance.backup(served(), file, PASSPHRASE));
        assertRefused("data.in-use", () -> maintenance.restore(served(), file, PASSPHRASE));

        Path empty = temporary.resolve("empty");
        Installation fresh = at(empty, Map.of());
        assertRefused("restore.key-needed", () -> maintenance.restore(fresh, file, Optional.empty()));
        assertRefused("restore.passphrase", () -> maintenance.restore(fresh, file, Optional.of(new Secret("wrong"))));
        assertThat(empty.resolve("secrets.key")).doesNotExist();

        assertThat(maintenance.restore(fresh, file, PASSPHRASE)).isEqualTo(saved);
        assertThat(empty.resolve("secrets.key"))
                .hasSameTextualContentAs(house.data().resolve("secrets.key"));
        assertRefused("restore.not-empty", () -> maintenance.restore(fresh, file, PASSPHRASE));
        assertThat(maintenance.backup(fresh, temporary.resolve("again.zip"), PASSPHRASE))
                .isEqualTo(saved);
    }

    @Test
    void another_key_of_secrets_opens_nothing_and_leaves_nothing() throws IOException {
        Path file = temporary.resolve("keyless.zip");
        maintenance.backup(served(), file, Optional.empty());
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwx--x--x"));
        Path key = other.resolve("secrets.key");
        Files.writeString(key, "00000000 " + "A".repeat(43) + "=\n");
        assertRefused("secrets.key-missing", () -> maintenance.restore(at(other, Map.of()), file, Optional.empty()));
        assertRefused("restore.no-key", () -> maintenance.restore(at(other, Map.of()), file, PASSPHRASE));

        Files.copy(house.data().resolve("secrets.key"), key, StandardCopyOption.REPLACE_EXISTING);
        assertThat(maintenance
                        .restore(at(other, Map.of()), file, Optional.empty())
                        .rows())
                .isPositive();
    }

    @Test
    void the_doctor_finds_a_running_server_well_and_names_what_is_not() throws IOException {
        assertThat(maintenance.examine(served()))
                .allMatch(Finding::good)
                .extracting(Finding::subject)
                .contains(
                        "data",
                        "disk",
                        "secrets-key",
                        "database",
                        "clock",
                        "public-url",
                        "key-root",
                        "key-release",
                        "key-bundle",
                        "key-tls",
                        "root",
                        "server",
                        "rest",
                        "certificate",
                        "tls-statement");

        Path key = house.data().resolve("secrets.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(bad(served())).containsExactly("secrets-key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(bad(at(temporary.resolve("nothing"), ports()))).containsExactly("data", "rest");
        assertThat(bad(at(
                        house.data(),
                        Map.of("management.port", "1", "portal.http_port", ports().get("portal.http_port")))))
                .contains("portal.http_port");
    }

    @Test
    void a_database_that_is_killed_is_back_within_seconds_and_nobody_has_to_do_anything() throws IOException {
        ProcessHandle killed = house.postmaster().orElseThrow();
        killed.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            assertThat(house.postmaster().orElseThrow().pid()).isNotEqualTo(killed.pid());
            assertThat(maintenance.examine(served())).allMatch(Finding::good);
        });
        assertThat(house.process().isAlive()).isTrue();
    }

    private List<String> bad(Installation installation) {
        return maintenance.examine(installation).stream()
                .filter(finding -> !finding.good())
                .map(Finding::subject)
                .toList();
    }

    private Installation served() {
        return at(house.data(), ports());
    }

    private Map<String, String> ports() {
        return Map.of(
                "portal.http_port", String.valueOf(house.ports().clear()),
                "portal.https_port", String.valueOf(house.ports().tls()),
                "management.port", String.valueOf(house.ports().management()));
    }

    private static Installation at(Path data, Map<String, String> set) {
        return new Installation(data, Optional.empty(), set);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
