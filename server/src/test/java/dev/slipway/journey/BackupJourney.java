package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything goes into one file, and out of it into an empty server. */
class BackupJourney {
    private static final String PASSWORD = "correct horse battery";
    private static final String PASSPHRASE = "a long and secret sentence\n";

    @TempDir
    Path directory;

    @Test
    void a_device_goes_on_at_the_restored_server_as_if_nothing_had_happened() throws IOException {
        Path file = directory.resolve("everything.backup");
        try (House house = House.open()) {
            Admin admin = house.admin();
            admin.user("ann", PASSWORD);
            admin.publish("phone", "1.0", Zip.of("version.txt", "1.0"));
            admin.assign("application", "phone", "user:ann");
            PlainDevice device = PlainDevice.at(house, "ANN-1");
            String token = device.token("ann", PASSWORD);
            var before = device.bundle(token, Optional.empty());
            Optional<String> etag = before.headers().firstValue("etag");
            assertThat(device.bundle(token, etag).statusCode()).isEqualTo(304);

            house.cli(PASSPHRASE, "backup", "--passphrase-stdin", file.toString());
            house.stop();
            house.forget();
            house.cli(PASSPHRASE, "restore", "--passphrase-stdin", file.toString());
            house.restart();

            assertThat(device.bundle(token, etag).statusCode()).isEqualTo(304);
            house.admin().publish("phone", "2.0", Zip.of("version.txt", "2.0"));
            var after = device.bundle(token, etag);
            assertThat(after.statusCode()).as("signed by the restored keys").isEqualTo(200);
            assertThat(after.body()).isNotEqualTo(before.body());
            assertThat(device.logOn("ann", PASSWORD).statusCode()).isEqualTo(200);
        }
    }
}
