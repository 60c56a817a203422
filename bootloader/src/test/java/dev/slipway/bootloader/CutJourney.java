package dev.slipway.bootloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads that are cut at drawn bytes, up to four times each, and resumed. */
class CutJourney {
    private static final int RUNS = Integer.getInteger("slipway.runs", 20);
    private static final int CUTS_MAX = 4;

    @TempDir
    Path directory;

    @Test
    void a_download_that_is_cut_anywhere_ends_with_the_right_bytes() throws Exception {
        var device = new FakeDevice(directory);
        var random = new Random(42);
        try (var portal = FakePortal.plain()) {
            device.enroll(portal);
            for (int run = 1; run <= RUNS; run++) {
                var text = new StringBuilder();
                random.ints(50_000, 33, 126).forEach(character -> text.append((char) character));
                portal.shelf.assign(
                        FakeRelease.of("phone", run + ".0", Kind.FILES, Map.of("noise.txt", text.toString())));
                var cuts = new AtomicInteger(1 + random.nextInt(CUTS_MAX));
                portal.mischief.cut.set(length -> cuts.getAndDecrement() > 0 ? random.nextLong(length + 1) : length);
                device.poll();
                assertThat(device.current("phone", "noise.txt"))
                        .as("run " + run)
                        .isEqualTo(text.toString());
            }
            assertThat(portal.ranges).hasSizeGreaterThan(RUNS / 2);
        }
    }
}
