package dev.slipway.bootloader.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon, on a clock that its own waits advance. */
class PollingTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    private FakePortal portal;
    private FakeDevice device;

    @BeforeEach
    void start() throws IOException {
        portal = FakePortal.plain();
        portal.shelf.assign(FakeRelease.of("phone", "1.0", Kind.FILES, Map.of("a", "b")));
        device = new FakeDevice(directory);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void polls_come_by_the_plan_until_a_signal() throws IOException {
        portal.shelf.polling(PollingPlan.rel(HOUR));
        device.enroll(portal);
        assertThat(run(3)).isEqualTo(Exit.OK);
        assertThat(device.waits).containsExactly(Duration.ZERO, HOUR, HOUR, HOUR);
    }

    @Test
    void without_a_plan_it_polls_once_and_says_that_polling_is_off() throws IOException {
        device.enroll(portal);
        assertThat(run(9)).isEqualTo(Exit.OK);
        assertThat(device.waits).hasSize(1);
        assertThat(device.terminal.said).anyMatch(line -> line.contains("polling is off"));
    }

    @Test
    void a_retry_after_is_honored() throws IOException {
        portal.shelf.polling(PollingPlan.rel(HOUR));
        device.enroll(portal);
        portal.mischief.busy.set(1);
        run(2);
        assertThat(device.waits).containsExactly(Duration.ZERO, Duration.ofSeconds(120), HOUR);
    }

    @Test
    void failures_are_tried_again_at_drawn_times_within_the_hour() throws IOException {
        portal.shelf.polling(PollingPlan.rel(HOUR));
        device.enrollAndPoll(portal);
        portal.close();
        run(12);
        assertThat(device.waits.get(0)).isEqualTo(HOUR);
        assertThat(device.waits.subList(1, 13)).allMatch(wait -> wait.compareTo(HOUR) <= 0);
        assertThat(device.waits.get(1)).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void an_ended_enrollment_ends_it() throws IOException {
        portal.shelf.polling(PollingPlan.rel(HOUR));
        device.enroll(portal);
        portal.endEnrollment();
        assertThat(run(9)).isEqualTo(Exit.OK);
        assertThat(device.home.token()).isEmpty();
    }

    @Test
    void a_device_that_is_not_enrolled_is_told_so() {
        assertThatThrownBy(() -> run(1)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("device.not-enrolled"));
    }

    private Exit run(int waitCount) throws IOException {
        device.waits.clear();
        device.stoppingAfter(waitCount);
        try (Contact contact = Contact.open(device.device())) {
            return new Polling(contact, device.device(), ZoneOffset.UTC).run();
        }
    }
}
