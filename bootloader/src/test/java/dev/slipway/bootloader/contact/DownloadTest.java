package dev.slipway.bootloader.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that are cut and bytes that are not those of the release. */
class DownloadTest {
    @TempDir
    Path directory;

    private FakePortal portal;
    private FakeDevice device;

    @BeforeEach
    void start() throws IOException {
        portal = FakePortal.plain();
        device = new FakeDevice(directory);
        portal.shelf.assign(FakeRelease.of("phone", "1.0", Kind.FILES, Map.of("noise", noise(300_000))));
        device.enroll(portal);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void cut_lines_are_resumed_where_they_were_cut() throws IOException {
        var cuts = new AtomicInteger(3);
        portal.mischief.cut.set(length -> cuts.getAndDecrement() > 0 ? length / 2 : length);
        device.poll();
        assertThat(device.application("phone").resolve("1.0")).isDirectory();
        assertThat(portal.ranges).hasSize(3).doesNotContain("bytes=0-");
    }

    @Test
    void a_line_that_brings_nothing_ends_the_poll_and_keeps_what_came() throws IOException {
        portal.mischief.cut.set(length -> 100_000);
        var first = new AtomicInteger();
        portal.mischief.cut.set(length -> first.getAndIncrement() == 0 ? 100_000 : 0);
        assertThatThrownBy(device::poll).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.exit())
                .isEqualTo(Exit.UNREACHABLE));
        assertThat(device.waits).hasSizeGreaterThan(8);

        portal.mischief.cut.set(length -> length);
        device.poll();
        assertThat(portal.ranges.get(portal.ranges.size() - 1)).isEqualTo("bytes=100000-");
    }

    @Test
    void a_changed_byte_is_fetched_once_more() throws IOException {
        portal.mischief.changed.set(1);
        device.poll();
        assertThat(device.application("phone").resolve("1.0")).isDirectory();
    }

    @Test
    void an_artifact_that_stays_changed_is_refused_and_leaves_nothing() {
        portal.mischief.changed.set(2);
        assertThatThrownBy(device::poll).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("artifact.changed"));
        assertThat(device.home.downloads()).isEmptyDirectory();
        assertThat(device.application("phone")).doesNotExist();
    }

    @Test
    void more_bytes_than_the_release_lists_are_not_kept() {
        var release = FakeRelease.of("phone", "2.0", Kind.FILES, Map.of("a", "b"));
        portal.shelf.assign(release);
        portal.shelf.spoil(release, new byte[release.content().length + 1]);
        assertThatThrownBy(device::poll).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("artifact.changed"));
        assertThat(device.home.downloads()).isEmptyDirectory();
    }

    /** Letters that do not compress, so that the archive is about as long. */
    private static String noise(int length) {
        var random = new Random(1);
        var text = new StringBuilder(length);
        random.ints(length, 33, 126).forEach(character -> text.append((char) character));
        return text.toString();
    }
}
