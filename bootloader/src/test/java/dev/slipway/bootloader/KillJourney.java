package dev.slipway.bootloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.fake.Program;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at drawn moments: what runs is always one whole release,
 * and the next start brings the newest one.
 */
class KillJourney {
    private static final int RUNS = Integer.getInteger("slipway.runs", 20);
    /** Start, log on, download, unpack, script, switch and report take about this long in all. */
    private static final int MILLISECONDS_MAX = 1_500;

    @TempDir
    Path directory;

    @Test
    void a_kill_at_any_moment_is_recovered_from() throws Exception {
        var program = new Program(directory);
        var device = new FakeDevice(directory);
        var random = new Random(42);
        try (var portal = FakePortal.plain()) {
            portal.shelf.assign(release(0));
            device.enrollAndPoll(portal);
            for (int run = 1; run <= RUNS; run++) {
                portal.shelf.assign(release(run));
                Process process = program.start("check-now");
                process.waitFor(random.nextInt(MILLISECONDS_MAX), TimeUnit.MILLISECONDS);
                process.destroyForcibly().waitFor();
                assertThat(whole()).as("run " + run).isIn(run - 1, run);

                device.poll();
                assertThat(whole()).as("run " + run).isEqualTo(run);
                assertThat(outside()).as("run " + run).isEqualTo(run);
            }
            assertThat(portal.events)
                    .extracting(ReportEvent::sequence)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(device.application("phone").toFile().list())
                    .containsExactlyInAnyOrder("current", RUNS + ".0", (RUNS - 1) + ".0");
        }
    }

    /** The release whose two files agree. */
    private int whole() throws IOException {
        Path current = directory.resolve("home/apps/phone/current");
        String first = Files.readString(current.resolve("first.txt"));
        assertThat(Files.readString(current.resolve("second.txt"))).isEqualTo(first);
        return Integer.parseInt(first);
    }

    private int outside() throws IOException {
        return Integer.parseInt(
                Files.readString(directory.resolve("outside.txt")).strip());
    }

    private FakeRelease release(int number) {
        String text = Integer.toString(number);
        return FakeRelease.of(
                "phone",
                text + ".0",
                Kind.EXEC,
                Map.of(
                        "first.txt", text,
                        "second.txt", text,
                        "install.sh", "sleep 0.2; echo " + text + " > " + directory.resolve("outside.txt") + "\n"));
    }
}
