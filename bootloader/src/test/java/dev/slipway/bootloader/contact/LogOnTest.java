package dev.slipway.bootloader.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.destination.Destination;
import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeTerminal;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.LogonRequest;
import dev.slipway.bootloader.protocol.ReportEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogOnTest {
    @TempDir
    Path directory;

    private FakePortal portal;

    @BeforeEach
    void start() throws IOException {
        portal = FakePortal.plain();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void a_ticket_asks_nothing() throws IOException {
        var device = new FakeDevice(directory);
        device.enroll(portal);
        assertThat(device.terminal.asked).isEmpty();
        assertThat(device.home.token()).isPresent();
    }

    @Test
    void a_device_that_was_set_up_anew_counts_its_events_on() throws IOException {
        portal.shelf.assign();
        new FakeDevice(directory.resolve("before")).enrollAndPoll(portal);
        int before = portal.events.size();
        new FakeDevice(directory.resolve("after")).enrollAndPoll(portal);
        assertThat(portal.events).hasSizeGreaterThan(before);
        assertThat(portal.events.get(before).step()).isEqualTo(ReportEvent.Step.LOGON);
        assertThat(portal.events)
                .extracting(ReportEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, portal.events.size()).boxed().toList());
    }

    @Test
    void a_wrong_password_may_be_typed_again() throws IOException {
        var device = logOn("alice", "wrong", "alice", "secret");
        assertThat(portal.logons).hasSize(2);
        assertThat(device.terminal.said).anyMatch(line -> line.contains("logon.refused"));
    }

    @Test
    void five_wrong_passwords_end_it() {
        assertThatThrownBy(
                        () -> logOn("alice", "1", "alice", "2", "alice", "3", "alice", "4", "alice", "5", "alice", "6"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("logon.refused");
                    assertThat(refusal.exit()).isEqualTo(Exit.NOT_ALLOWED);
                });
        assertThat(portal.logons).hasSize(5);
    }

    @Test
    void a_throttle_is_waited_for() throws IOException {
        portal.mischief.throttled.set(1);
        var device = logOn("alice", "secret");
        assertThat(device.waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void nobody_at_the_terminal_is_a_usage_error() {
        assertThatThrownBy(this::logOn).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.exit())
                .isEqualTo(Exit.USAGE));
    }

    @Test
    void the_claim_names_the_machine_by_an_identity_that_stays() throws IOException {
        var device = new FakeDevice(directory);
        device.enroll(portal);
        device.enroll(portal);
        assertThat(portal.logons).extracting(LogonRequest::claim).allSatisfy(claim -> {
            assertThat(claim.system().platform()).isEqualTo("linux");
            assertThat(claim.system().architecture()).isEqualTo("x86_64");
            assertThat(claim.freeBytes()).isPositive();
        });
        assertThat(portal.logons.get(0).claim().identifiers().get("machine"))
                .hasSize(1)
                .isEqualTo(portal.logons.get(1).claim().identifiers().get("machine"));
    }

    private FakeDevice logOn(String... answers) throws IOException {
        var device = new FakeDevice(directory, new FakeTerminal(answers), Map.of());
        device.enrollAt(portal.base(), Destination.NONE);
        return device;
    }
}
