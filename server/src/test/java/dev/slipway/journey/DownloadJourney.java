package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.fake.CuttingProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads over lines that break, from disks that wear out. */
class DownloadJourney {
    private static final int RUNS = Integer.getInteger("slipway.runs", 20);
    private static final int LENGTH = 1 << 20;
    private static final int CUTS_MAX = 3;
    private static final String PASSWORD = "correct horse battery";

    private final House house = House.shared();
    private final Admin admin = house.admin();

    @TempDir
    Path directory;

    @Test
    void a_download_that_is_cut_anywhere_goes_on_where_it_stood() {
        var random = new Random(20261122);
        var cuts = new AtomicInteger();
        admin.user("lea", PASSWORD);
        admin.publish("lea-phone", "0.0", Zip.of("noise", noise(random)));
        admin.assign("application", "lea-phone", "user:lea");
        Machine machine = Machine.in(directory.resolve("home"), PASSWORD);
        try (var line = new CuttingProxy(
                house.ports().tls(), () -> cuts.getAndDecrement() > 0 ? random.nextInt(LENGTH) : Long.MAX_VALUE)) {
            machine.follow("lea", elsewhere(admin.message("lea"), line.port()));
            for (int run = 1; run <= RUNS; run++) {
                byte[] noise = noise(random);
                byte[] archive = Zip.of("noise", noise);
                admin.publish("lea-phone", run + ".0", archive);
                long before = line.passed();
                cuts.set(1 + random.nextInt(CUTS_MAX));

                Machine.Ran ran = polled(machine);

                assertThat(Bytes.sha256(installed(machine)))
                        .as("run %d: %s", run, ran.text())
                        .isEqualTo(Bytes.sha256(noise));
                assertThat(line.passed() - before).as("run %d", run).isLessThan(2L * archive.length);
            }
            assertThat(line.cut()).as("cuts that came before the end of a line").isGreaterThan(RUNS / 2);
        }
    }

    @Test
    void a_byte_that_changed_on_the_server_is_installed_nowhere_and_reported() throws IOException {
        admin.user("max", PASSWORD);
        byte[] archive = Zip.of("version.txt", "1.0");
        admin.publish("max-phone", "1.0", archive);
        admin.assign("application", "max-phone", "user:max");
        Path stored = house.artifact(Bytes.sha256(archive));
        Bytes.flip(stored);
        Machine machine = Machine.in(directory.resolve("home"), PASSWORD);

        Machine.Ran refused = machine.run("--login", "max", admin.message("max"));

        assertThat(refused.exit()).as(refused.text()).isEqualTo(7);
        assertThat(refused.text()).contains("artifact.");
        assertThat(machine.has("max-phone")).isFalse();
        assertThat(sinceLogOn(admin.steps("max"))).contains("download failed").doesNotContain("install started");

        Bytes.flip(stored);
        machine.done("check-now");
        assertThat(machine.installed("max-phone", "version.txt")).isEqualTo("1.0");
    }

    /** This machine is one device for all journeys on this server, so its timeline begins before this one. */
    private static List<String> sinceLogOn(List<String> steps) {
        return steps.subList(steps.lastIndexOf("logon done"), steps.size());
    }

    /** Bytes that cannot be packed. */
    private static byte[] noise(Random random) {
        byte[] noise = new byte[LENGTH];
        random.nextBytes(noise);
        return noise;
    }

    /** A poll ends early only when the line breaks outside a download; then the next one goes on. */
    private static Machine.Ran polled(Machine machine) {
        Machine.Ran ran = machine.run("check-now");
        for (int cuts = 0; ran.exit() == 8 && cuts < CUTS_MAX; cuts++) {
            ran = machine.run("check-now");
        }
        return ran;
    }

    private static byte[] installed(Machine machine) {
        try {
            return Files.readAllBytes(machine.home().resolve("apps/lea-phone/current/noise"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same message as if the server stood behind another port. */
    static String elsewhere(String message, int port) {
        return message.replaceAll("Port: \\d+", "Port: " + port)
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + port);
    }
}
