package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path directory;

    @Test
    void it_is_for_the_public_hosts_and_this_machine_for_397_days() throws Exception {
        ServerKey key = at(START).serving(List.of("portal.example.com", "192.0.2.7"));
        var made = ServerKey.certificate(key.certificate());
        assertThat(made.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1))
                        .toList())
                .hasToString("[portal.example.com, 192.0.2.7, localhost, 127.0.0.1]");
        assertThat(Duration.between(
                        made.getNotBefore().toInstant(), made.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(397));
        assertThat(((ECPublicKey) made.getPublicKey()).getParams().getOrder().bitLength())
                .isEqualTo(256);
        assertThat(key.spkiSha256()).matches("[0-9a-f]{64}").isEqualTo(ServerKey.spkiSha256(made));
    }

    @Test
    void nobody_else_can_read_the_key() throws IOException {
        ServerKey key = at(START).serving(List.of("a.example"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.key())))
                .isEqualTo("rw-------");
    }

    @Test
    void it_stays_until_the_last_third_of_its_life_and_then_keeps_its_key() throws IOException {
        ServerKey first = at(START).serving(List.of("a.example"));
        byte[] bytes = Files.readAllBytes(first.certificate());
        at(START.plus(Duration.ofDays(264))).serving(List.of("a.example"));
        assertThat(Files.readAllBytes(first.certificate())).isEqualTo(bytes);
        ServerKey renewed = at(START.plus(Duration.ofDays(265))).serving(List.of("a.example"));
        assertThat(Files.readAllBytes(first.certificate())).isNotEqualTo(bytes);
        assertThat(renewed.spkiSha256()).isEqualTo(first.spkiSha256());
        assertThat(renewed.expires()).isAfter(first.expires());
    }

    @Test
    void a_new_host_gets_a_new_certificate() {
        ServerKey first = at(START).serving(List.of("a.example"));
        ServerKey second = at(START.plusSeconds(60)).serving(List.of("a.example", "b.example"));
        assertThat(second.expires()).isAfter(first.expires());
    }

    @Test
    void a_given_pair_is_taken_and_a_wrong_one_is_named() {
        ServerKey own = at(START).serving(List.of("a.example"));
        ServerKey other = new OwnCertificate(directory.resolve("other"), InstantSource.fixed(START), new SecureRandom())
                .serving(List.of("b.example"));
        InstantSource clock = InstantSource.fixed(START);
        assertThat(ServerKey.given(own.certificate(), own.key(), clock)).isEqualTo(own);
        assertCode("tls.key-mismatch", () -> ServerKey.given(own.certificate(), other.key(), clock));
        assertCode("tls.key-unreadable", () -> ServerKey.given(own.certificate(), own.certificate(), clock));
        assertCode("tls.certificate-unreadable", () -> ServerKey.given(directory.resolve("none"), own.key(), clock));
        assertCode(
                "tls.expired",
                () -> ServerKey.given(
                        own.certificate(),
                        own.key(),
                        InstantSource.fixed(own.expires().plusSeconds(1))));
    }

    private OwnCertificate at(Instant now) {
        return new OwnCertificate(directory.resolve("own"), InstantSource.fixed(now), new SecureRandom());
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UnusableCertificate.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}
