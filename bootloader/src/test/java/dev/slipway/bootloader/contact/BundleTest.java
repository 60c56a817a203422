package dev.slipway.bootloader.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakeKeys;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that are not believed: nothing is installed, and the portal learns why. */
class BundleTest {
    private static final FakeRelease OLD = FakeRelease.of("phone", "1.0", Kind.FILES, Map.of("version.txt", "1.0"));
    private static final FakeRelease NEW = FakeRelease.of("phone", "2.0", Kind.FILES, Map.of("version.txt", "2.0"));

    @TempDir
    Path directory;

    private FakePortal portal;
    private FakeDevice device;

    @BeforeEach
    void start() throws IOException {
        portal = FakePortal.plain();
        device = new FakeDevice(directory);
        portal.shelf.assign(OLD);
        device.enrollAndPoll(portal);
        portal.shelf.assign(NEW);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void an_older_bundle_is_refused() throws IOException {
        device.poll();
        portal.mischief.bundle.set(
                Optional.of(portal.shelf.answer(FakePortal.DEVICE, 1, FakeKeys.LATER, portal.keys())));
        assertRefused("bundle.older", "2.0");
    }

    @Test
    void an_expired_bundle_is_refused() throws IOException {
        answer(FakePortal.DEVICE, FakeDevice.NOW, portal.keys());
        assertRefused("bundle.expired", "1.0");
    }

    @Test
    void another_devices_bundle_is_refused() throws IOException {
        answer("device-2", FakeKeys.LATER, portal.keys());
        assertRefused("bundle.other-device", "1.0");
    }

    @Test
    void a_bundle_of_another_key_is_refused() throws IOException {
        answer(FakePortal.DEVICE, FakeKeys.LATER, FakeKeys.drawn());
        assertRefused("bundle.wrong-key", "1.0");
    }

    @Test
    void an_artifact_that_the_release_key_did_not_list_is_refused() throws IOException {
        portal.mischief.bundle.set(Optional.of(portal.shelf.unlisted(OLD)));
        assertRefused("bundle.unlisted-artifact", "1.0");
    }

    @Test
    void what_is_no_bundle_is_refused() throws IOException {
        portal.mischief.bundle.set(Optional.of("<html>Welcome</html>".getBytes(StandardCharsets.UTF_8)));
        assertRefused("bundle.malformed", "1.0");
    }

    @Test
    void keys_that_the_root_handed_over_are_taken() throws IOException {
        portal.rotateTo(FakeKeys.drawn());
        device.poll();
        assertThat(device.current("phone", "version.txt")).isEqualTo("2.0");
    }

    @Test
    void a_device_that_the_server_forgot_is_told_to_log_on_again() {
        portal.forgetDevices();
        assertThatThrownBy(device::poll).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("device.unknown"));
    }

    @Test
    void a_server_that_wants_a_pause_says_how_long() {
        portal.mischief.busy.set(1);
        assertThatThrownBy(device::poll)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.retryAfter())
                        .contains(Duration.ofSeconds(120)));
    }

    @Test
    void a_report_whose_answer_was_lost_is_sent_again_and_counts_once() throws IOException {
        portal.mischief.lostReports.set(1);
        assertThatThrownBy(device::poll).isInstanceOf(Refusal.class);
        device.poll();
        assertThat(portal.events)
                .extracting(ReportEvent::sequence)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(portal.story("phone")).endsWith("INSTALL STARTED 2.0", "INSTALL DONE 2.0");
    }

    @Test
    void an_ended_enrollment_forgets_the_token_and_keeps_the_software() throws IOException {
        portal.endEnrollment();
        device.poll();
        assertThat(device.home.token()).isEmpty();
        assertThat(device.current("phone", "version.txt")).isEqualTo("2.0");
    }

    private void answer(String audience, Instant expires, FakeKeys signers) {
        portal.mischief.bundle.set(Optional.of(portal.shelf.answer(audience, 9, expires, signers)));
    }

    private void assertRefused(String code, String runs) throws IOException {
        assertThatThrownBy(device::poll).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
        assertThat(device.current("phone", "version.txt")).isEqualTo(runs);
        assertThat(portal.events
                        .get(portal.events.size() - 1)
                        .outcome()
                        .detail()
                        .orElseThrow())
                .contains(code);
    }
}
