package dev.slipway.bootloader.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.destination.Destination;
import dev.slipway.bootloader.fake.FakeCertificate;
import dev.slipway.bootloader.fake.FakeDevice;
import dev.slipway.bootloader.fake.FakeKeys;
import dev.slipway.bootloader.fake.FakePortal;
import dev.slipway.bootloader.fake.FakeRelease;
import dev.slipway.bootloader.fake.FakeTerminal;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import dev.slipway.bootloader.protocol.trust.TrustRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to whom, over TLS whose certificate nobody else knows. */
class TrustTest {
    @TempDir
    Path directory;

    private final FakeKeys keys = FakeKeys.drawn();

    @Test
    void a_password_goes_to_the_server_that_holds_the_key() throws IOException {
        try (var portal = FakePortal.secure(keys, FakeCertificate.ONE, 0)) {
            logOn(portal, Optional.of(portal.key()), new FakeTerminal("alice", "secret"));
            assertThat(portal.logons).hasSize(1);
        }
    }

    @Test
    void a_password_is_never_sent_to_a_server_with_another_key() throws IOException {
        try (var portal = FakePortal.secure(keys, FakeCertificate.ONE, 0)) {
            var terminal = new FakeTerminal("alice", "secret");
            assertThatThrownBy(() -> logOn(portal, Optional.of(FakeKeys.drawn().fingerprint()), terminal))
                    .isInstanceOf(TrustRefused.class)
                    .hasMessageContaining("root.unknown-key");
            assertThat(portal.logons).isEmpty();
            assertThat(terminal.asked).isEmpty();
        }
    }

    @Test
    void a_password_is_never_sent_to_a_server_that_only_copies_the_right_ones_documents() throws IOException {
        try (var right = FakePortal.secure(keys, FakeCertificate.ONE, 0);
                var false_ = FakePortal.secure(FakeKeys.drawn(), FakeCertificate.OTHER, 0)) {
            false_.pretendToBe(right);
            assertThatThrownBy(() -> logOn(false_, Optional.of(right.key()), new FakeTerminal("alice", "secret")))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("tls.not-bound"));
            assertThat(false_.logons).isEmpty();
        }
    }

    @Test
    void without_a_key_the_fingerprint_is_shown_and_a_no_ends_it() throws IOException {
        try (var portal = FakePortal.secure(keys, FakeCertificate.ONE, 0)) {
            var terminal = new FakeTerminal("no", "alice", "secret");
            assertThatThrownBy(() -> logOn(portal, Optional.empty(), terminal))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("trust.key-needed"));
            assertThat(terminal.said).anyMatch(line -> line.contains(portal.key()));
            assertThat(portal.logons).isEmpty();
        }
    }

    @Test
    void without_a_key_a_yes_is_remembered_as_the_key() throws IOException {
        try (var portal = FakePortal.secure(keys, FakeCertificate.ONE, 0)) {
            var device = logOn(portal, Optional.empty(), new FakeTerminal("yes", "alice", "secret"));
            try (var contact = Contact.open(device.device())) {
                assertThat(contact.state()
                                .enrollment()
                                .orElseThrow()
                                .key()
                                .orElseThrow()
                                .text())
                        .isEqualTo(portal.key());
            }
        }
    }

    @Test
    void a_plain_connection_is_for_this_machine_only() {
        assertThatThrownBy(() ->
                        new FakeDevice(directory).enrollAt(URI.create("http://portal.example.com/"), Destination.NONE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("boot.tls-required");
                    assertThat(refusal.exit()).isEqualTo(Exit.NOT_ALLOWED);
                });
    }

    @Test
    void a_changed_certificate_is_taken_when_a_new_statement_binds_it() throws IOException {
        var device = new FakeDevice(directory);
        int port;
        try (var portal = FakePortal.secure(keys, FakeCertificate.ONE, 0)) {
            port = portal.port();
            portal.shelf.assign();
            device.enrollAndPoll(portal);
        }
        try (var renewed = FakePortal.secure(keys, FakeCertificate.OTHER, port)) {
            renewed.shelf
                    .assign(FakeRelease.of("phone", "1.0", Kind.FILES, Map.of("a", "b")))
                    .assign();
            device.poll();
            assertThat(renewed.events).isNotEmpty();
        }
    }

    @Test
    void a_false_server_in_place_of_the_enrolled_one_gets_no_token() throws IOException {
        var device = new FakeDevice(directory);
        int port;
        try (var portal = FakePortal.secure(keys, FakeCertificate.ONE, 0)) {
            port = portal.port();
            device.enroll(portal);
        }
        try (var other = FakePortal.secure(FakeKeys.drawn(), FakeCertificate.OTHER, port)) {
            assertThatThrownBy(device::poll).isInstanceOf(TrustRefused.class);
            assertThat(other.events).isEmpty();
        }
    }

    private FakeDevice logOn(FakePortal portal, Optional<String> key, FakeTerminal terminal) throws IOException {
        var device = new FakeDevice(directory, terminal, Map.of());
        device.enrollAt(portal.base(), Destination.NONE.known(key));
        return device;
    }
}
