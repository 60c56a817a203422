package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.app.config.Config;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.core.bundle.KeyChange;
import dev.slipway.core.bundle.Trust;
import dev.slipway.fake.SetClock;
import dev.slipway.fake.TestLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    @TempDir
    Path directory;

    private final TestLedger house = new TestLedger();
    private final SetClock clock = house.clock;
    private final SecureRandom random = new SecureRandom();
    private final Trust trust = Trust.start(house.signingKeys, random, clock);
    private final List<ServerKey> renewed = new ArrayList<>();
    private List<String> hosts = List.of("portal.example.com");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_own_certificate_is_renewed_in_the_last_third_of_its_life_and_for_a_new_host() {
        var certificates = own();
        ServerKey first = certificates.key();
        certificates.look(renewed::add);
        assertThat(renewed).isEmpty();

        hosts = List.of("portal.example.com", "new.example.com");
        clock.pass(Duration.ofHours(1));
        certificates.look(renewed::add);
        clock.pass(Duration.ofDays(300));
        certificates.look(renewed::add);

        assertThat(renewed).hasSize(2).extracting(ServerKey::spkiSha256).containsOnly(first.spkiSha256());
        assertThat(renewed.getLast()).isEqualTo(certificates.key());
        assertThat(renewed.getLast().expires()).isAfter(renewed.getFirst().expires());
    }

    @Test
    void the_statement_is_signed_anew_when_a_third_of_its_life_is_left() {
        var certificates = own();
        Instant first = expiry(certificates);
        clock.pass(Duration.ofDays(20).minusSeconds(1));
        certificates.look(renewed::add);
        assertThat(expiry(certificates)).isEqualTo(first);
        clock.pass(Duration.ofSeconds(1));
        certificates.look(renewed::add);
        assertThat(expiry(certificates)).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    }

    @Test
    void a_new_key_of_the_root_signs_the_statement_at_the_next_look() {
        var certificates = own();
        new KeyChange(trust, house.signingKeys, clock).rotate(Actor.HOUSE, RootDocument.TLS, random);
        assertThat(trust.root().hasSigned(RootDocument.TLS, certificates.statement()))
                .isFalse();
        certificates.look(renewed::add);
        assertThat(trust.root().hasSigned(RootDocument.TLS, certificates.statement()))
                .isTrue();
    }

    @Test
    void a_given_pair_is_read_again_when_its_files_change_and_both_keys_are_bound_meanwhile() throws IOException {
        ServerKey one = made("one");
        ServerKey two = made("two");
        var certificates = given(one);
        put(two.key(), one.key());
        certificates.look(renewed::add);
        assertThat(renewed).as("the key does not belong to the certificate yet").isEmpty();
        assertThat(certificates.key()).isEqualTo(one);

        put(two.certificate(), one.certificate());
        certificates.look(renewed::add);
        assertThat(renewed).extracting(ServerKey::spkiSha256).containsExactly(two.spkiSha256());
        assertThat(keys(certificates)).containsExactly(two.spkiSha256(), one.spkiSha256());
        clock.pass(Duration.ofDays(20));
        certificates.look(renewed::add);
        assertThat(keys(certificates)).containsExactly(two.spkiSha256());
    }

    @Test
    void a_given_pair_that_cannot_be_used_stops_the_start() throws IOException {
        ServerKey one = made("one");
        put(made("two").key(), one.key());
        assertThatThrownBy(() -> given(one)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("tls.key-mismatch"));
    }

    private Certificates own() {
        return certificates(Optional.empty());
    }

    private Certificates given(ServerKey pair) {
        return certificates(Optional.of(new Config.Certificate(pair.certificate(), pair.key())));
    }

    private Certificates certificates(Optional<Config.Certificate> given) {
        var chance = new Foundation.Chance(random, clock);
        return new Certificates(
                Certificates.source(given, directory.resolve("keys"), () -> hosts, chance), trust, clock);
    }

    private ServerKey made(String name) {
        return new OwnCertificate(directory.resolve(name), clock, random).serving(List.of(name + ".example.com"));
    }

    private static void put(Path from, Path to) throws IOException {
        FileTime before = Files.getLastModifiedTime(to);
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(to, FileTime.fromMillis(before.toMillis() + 1_000));
    }

    private static Instant expiry(Certificates certificates) {
        return certificates.statement().document().get("expires").instant();
    }

    private static List<String> keys(Certificates certificates) {
        return certificates.statement().document().get("spki_sha256").list(at -> at.text());
    }
}
