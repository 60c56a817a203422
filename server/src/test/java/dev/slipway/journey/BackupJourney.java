package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.protocol.trust.BundleAnswer;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import java.io.IOException;
import java.net.http.HttpResponse;
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

            var after = device.bundle(token, etag);
            assertThat(bundle(after).install())
                    .as("signed anew, and the same")
                    .isEqualTo(bundle(before).install());
            assertThat(bundle(after).life().version())
                    .as("no device takes an older one")
                    .isGreaterThan(bundle(before).life().version());
            assertThat(device.bundle(token, after.headers().firstValue("etag")).statusCode())
                    .isEqualTo(304);
            assertThat(device.logOn("ann", PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    private static BundleDocument bundle(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return BundleDocument.from(BundleAnswer.parse(answer.body()).bundle());
    }
}
