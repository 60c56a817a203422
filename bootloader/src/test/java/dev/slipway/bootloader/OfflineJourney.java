package dev.slipway.bootloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.fake.FakeCertificate;
import dev.slipway.bootloader.fake.FakeKeys;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.fake.Program;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that fetched everything where there is a network finishes where there is none, and tells it later. */
class OfflineJourney {
    private static final int NOT_FOUND = 3;
    private static final int UNREACHABLE = 8;

    private static final FakeRelease PHONE = release("phone", "1.0");
    private static final FakeRelease DESK = release("desk", "2.0").putOff();

    @TempDir
    Path directory;

    @Test
    void what_was_downloaded_is_installed_without_the_server_which_learns_of_it_later() throws Exception {
        var program = new Program(directory);
        FakeKeys keys = FakeKeys.drawn();
        int port;
        try (var portal = opened(keys, 0)) {
            port = portal.port();
            assertThat(program.run("enroll", "--login", "alice", message(portal)))
                    .as(program.said())
                    .isZero();
            assertThat(program.run("apply", "--offline"))
                    .as("nothing is assigned yet")
                    .isEqualTo(NOT_FOUND);
            assertThat(program.run("check-now", "--download-only"))
                    .as(program.said())
                    .isZero();
            assertThat(program.home().resolve("apps")).isEmptyDirectory();
            assertThat(portal.story("phone"))
                    .containsExactly("DOWNLOAD STARTED 1.0", "DOWNLOAD DONE 1.0", "VERIFY DONE 1.0");
        }

        assertThat(program.run("check-now")).isEqualTo(UNREACHABLE);
        assertThat(program.run("apply", "--offline")).as(program.said()).isZero();
        assertThat(version("phone")).isEqualTo("1.0");
        assertThat(version("desk")).as("what waits until nobody works here").isEqualTo("2.0");
        assertThat(program.home().resolve("downloads")).isEmptyDirectory();
        assertThat(program.run("apply", "--offline"))
                .as("nothing is left to do")
                .isZero();

        try (var portal = opened(keys, port)) {
            assertThat(program.run("check-now")).as(program.said()).isZero();
            assertThat(portal.story("phone"))
                    .containsExactly("VERIFY DONE 1.0", "INSTALL STARTED 1.0", "INSTALL DONE 1.0");
            assertThat(portal.ranges).isEmpty();
        }
    }

    @Test
    void what_was_not_downloaded_is_not_installed_in_part() throws Exception {
        var program = new Program(directory);
        try (var portal = opened(FakeKeys.drawn(), 0)) {
            assertThat(program.run("enroll", "--login", "alice", message(portal)))
                    .isZero();
            assertThat(program.run("check-now", "--download-only")).isZero();
        }
        try (var kept = Files.list(program.home().resolve("downloads"))) {
            Files.delete(kept.findFirst().orElseThrow());
        }

        assertThat(program.run("apply", "--offline")).isEqualTo(NOT_FOUND);

        assertThat(program.said()).contains("download.missing");
        assertThat(program.home().resolve("apps")).isEmptyDirectory();
    }

    /** The same portal each time: what it signs and counts depends on its keys only. */
    private static FakePortal opened(FakeKeys keys, int port) throws IOException {
        FakePortal portal = FakePortal.secure(keys, FakeCertificate.ONE, port);
        portal.shelf.assign(PHONE, DESK);
        return portal;
    }

    private String version(String application) throws IOException {
        return Files.readString(directory.resolve("home/apps/" + application + "/current/version.txt"));
    }

    private static FakeRelease release(String application, String version) {
        return FakeRelease.of(application, version, Kind.FILES, Map.of("version.txt", version));
    }

    private static String message(FakePortal portal) {
        return "https://get.example.com/get Key: " + portal.key() + " Host: 127.0.0.1 Port: " + portal.port()
                + " cdzprov";
    }
}
