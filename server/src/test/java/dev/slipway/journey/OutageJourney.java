package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database dies, the server is told to end, a second server comes. */
class OutageJourney {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(20);
    private static final String PASSWORD = "correct horse battery";

    private House house;

    @BeforeEach
    void open() throws IOException {
        house = House.open();
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    @Test
    void while_the_database_is_dead_known_devices_are_answered_and_it_comes_back_by_itself() throws IOException {
        house.admin().user("ann", PASSWORD);
        PlainDevice device = PlainDevice.at(house, "ANN-1");
        String token = device.token("ann", PASSWORD);
        Optional<String> etag = device.bundle(token, Optional.empty()).headers().firstValue("etag");
        assertThat(device.bundle(token, etag).statusCode()).isEqualTo(304);
        Path database = house.data().resolve("postgres");
        Path away = house.data().resolve("postgres.away");
        ProcessHandle postmaster = house.postmaster().orElseThrow();

        Files.move(database, away);
        postmaster.destroyForcibly();

        HttpResponse<byte[]> report = Awaitility.await()
                .atMost(BACK_WITHIN)
                .until(() -> device.report(token, 1), answer -> answer.statusCode() != 200);
        assertThat(report.statusCode()).isEqualTo(503);
        assertThat(PlainDevice.code(report)).isEqualTo("data.unavailable");
        assertThat(report.headers().firstValueAsLong("retry-after").orElseThrow())
                .isPositive();
        assertThat(device.logOn("ann", PASSWORD).statusCode()).isEqualTo(503);
        assertThat(device.bundle(token, etag).statusCode()).isEqualTo(304);

        Files.move(away, database);
        Awaitility.await()
                .atMost(BACK_WITHIN)
                .until(() -> device.report(token, 1).statusCode() == 200);
        assertThat(device.bundle(token, etag).statusCode()).isEqualTo(304);
        assertThat(device.logOn("ann", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_server_that_is_told_to_end_during_a_download_ends_and_leaves_nothing_behind() throws IOException {
        Admin admin = house.admin();
        admin.user("ann", PASSWORD);
        byte[] archive = Zip.noise(32 << 20, new Random(1));
        admin.publish("phone", "1.0", archive);
        String token = PlainDevice.at(house, "ANN-1").token("ann", PASSWORD);
        ProcessHandle postmaster = house.postmaster().orElseThrow();
        try (var reader = new Socket("127.0.0.1", house.ports().clear())) {
            reader.getOutputStream()
                    .write("GET /artifact/%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(Bytes.sha256(archive), token)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = reader.getInputStream();
            assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");

            assertThat(house.stop()).as(house.log()).isEqualTo(128 + 15);
        }
        assertThat(house.postmaster()).isEmpty();
        assertThat(Programs.isRunning(postmaster.pid())).isFalse();
        assertThat(house.log()).doesNotContain("Exception");
    }

    @Test
    void a_second_server_on_the_same_directory_is_refused() throws Exception {
        Process second = house.rival();

        assertThat(second.exitValue()).isEqualTo(7);
        assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("data.in-use")
                .contains("Process " + house.process().pid());
        assertThat(house.admin().get("server").status()).isEqualTo(200);
    }
}
