package dev.slipway.bootloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device whose disk is full, on a small file system of its own; that needs root. */
class FullDiskJourney {
    @TempDir
    Path directory;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = call("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", directory.toString());
        Assumptions.assumeTrue(mounted, "SKIPPED: a full disk is tested as root only, mount was refused");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(call("umount", "-l", directory.toString())).isTrue();
        }
    }

    @Test
    void a_download_that_cannot_fit_is_refused_before_it_begins() throws IOException {
        try (var portal = FakePortal.plain()) {
            var device = withOldRelease(portal);
            portal.shelf.assign(release("2.0", 5_000_000));
            assertFull(device);
            assertThat(device.home.downloads()).isEmptyDirectory();
        }
    }

    @Test
    void an_archive_that_does_not_fit_unpacked_leaves_what_ran_before() throws IOException {
        try (var portal = FakePortal.plain()) {
            var device = withOldRelease(portal);
            portal.shelf.assign(release("2.0", 2_500_000));
            assertThatThrownBy(device::poll).isInstanceOf(Refusal.class);
            assertThat(device.current("phone", "version.txt")).isEqualTo("1.0");
            assertThat(device.application("phone").resolve("2.0")).doesNotExist();
            assertThat(portal.story("phone")).contains("ROLLBACK DONE 2.0");
        }
    }

    @Test
    void when_there_is_room_again_the_next_poll_installs() throws IOException {
        try (var portal = FakePortal.plain()) {
            var device = withOldRelease(portal);
            Path ballast = Files.write(directory.resolve("ballast"), new byte[3_100_000]);
            portal.shelf.assign(release("2.0", 100_000));
            assertFull(device);
            Files.delete(ballast);
            device.poll();
            assertThat(device.current("phone", "version.txt")).isEqualTo("2.0");
        }
    }

    private FakeDevice withOldRelease(FakePortal portal) throws IOException {
        var device = new FakeDevice(directory);
        portal.shelf.assign(release("1.0", 10));
        device.enrollAndPoll(portal);
        return device;
    }

    private void assertFull(FakeDevice device) throws IOException {
        assertThatThrownBy(device::poll).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("disk.full"));
        assertThat(device.current("phone", "version.txt")).isEqualTo("1.0");
    }

    private static FakeRelease release(String version, int noise) {
        var text = new StringBuilder();
        new Random(3).ints(noise, 33, 126).forEach(character -> text.append((char) character));
        return FakeRelease.of(
                "phone", version, Kind.FILES, Map.of("version.txt", version, "noise.txt", text.toString()));
    }

    private static boolean call(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
