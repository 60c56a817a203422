package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import dev.slipway.bootloader.protocol.trust.RootChain;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.bootloader.protocol.trust.Signer;
import dev.slipway.bootloader.protocol.trust.TlsStatement;
import dev.slipway.bootloader.protocol.trust.TrustedRoot;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.SetClock;
import dev.slipway.fake.TestLedger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Actor ADMINISTRATOR = new Actor("administrator", "root");

    private final SetClock clock = new SetClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final MemorySigningKeys store = new MemorySigningKeys();
    private final Trust trust = Trust.start(store, RANDOM, clock);
    private final KeyChange change = new KeyChange(trust, store, clock);

    private TrustedRoot believed(KeyFingerprint fingerprint) {
        return RootChain.from(fingerprint, trust.roots(), clock.instant());
    }

    private Envelope bundle() {
        Instant now = clock.instant();
        return trust.signBundle(new BundleDocument(
                new BundleDocument.Life(1, now, now.plus(Duration.ofDays(30))),
                new BundleDocument.Audience("device", "ada", "linux-x86_64"),
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty()));
    }

    private String keyOf(String role) {
        return trust.ring().newest(role).keyId();
    }

    private SigningKey kept(String keyId) {
        return store.all().stream()
                .filter(key -> key.keyId().equals(keyId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_first_start_makes_four_keys_and_a_root_that_a_device_believes() {
        assertThat(store.all())
                .extracting(SigningKey::role)
                .containsExactlyInAnyOrder("root", "release", "bundle", "tls");
        RootDocument root = believed(trust.fingerprint()).document();
        assertThat(root.version()).isEqualTo(1);
        assertThat(root.expires()).isEqualTo(clock.instant().plus(Duration.ofDays(365)));
        assertThat(root.hasSigned("bundle", bundle())).isTrue();
        assertThat(root.hasSigned("release", bundle())).isFalse();
    }

    @Test
    void the_second_start_finds_the_same_keys() {
        Trust second = Trust.start(store, RANDOM, clock);
        assertThat(second.fingerprint()).isEqualTo(trust.fingerprint());
        assertThat(second.roots()).isEqualTo(trust.roots());
        assertThat(store.all()).hasSize(4);
    }

    @Test
    void of_two_servers_that_start_first_at_once_one_makes_the_keys() {
        var slow = new SigningKeys() {
            private boolean looked;

            @Override
            public List<SigningKey> all() {
                return store.all();
            }

            @Override
            public List<Bytes> roots() {
                List<Bytes> seen = looked ? store.roots() : List.of();
                looked = true;
                return seen;
            }

            @Override
            public void keep(Actor actor, Act act, List<SigningKey> keys, Optional<Root> root) {
                store.keep(actor, act, keys, root);
            }
        };
        assertThat(Trust.start(slow, RANDOM, clock).fingerprint()).isEqualTo(trust.fingerprint());
    }

    @Test
    void the_keys_are_kept_by_the_real_store() {
        try (var house = new TestLedger()) {
            Trust first = Trust.start(house.signingKeys, RANDOM, house.clock);
            new KeyChange(first, house.signingKeys, house.clock).rotate(ADMINISTRATOR, "bundle", RANDOM);
            Trust second = Trust.start(house.signingKeys, RANDOM, house.clock);
            assertThat(second.roots()).isEqualTo(first.roots()).hasSize(2);
            assertThat(second.bundleKey()).isEqualTo(first.bundleKey());
        }
    }

    @Test
    void tls_keys_are_bound_to_the_root_for_thirty_days() {
        Envelope statement = trust.tlsStatement(List.of("ab".repeat(32)));
        TlsStatement read = TlsStatement.verified(statement, believed(trust.fingerprint()), clock.instant());
        assertThat(read.spkiSha256()).containsExactly("ab".repeat(32));
        assertThat(read.expires()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "tls"})
    void a_new_key_takes_the_place_of_the_old_one_under_the_same_root(String role) {
        KeyFingerprint message = trust.fingerprint();
        String before = keyOf(role);
        Envelope old = bundle();
        change.rotate(ADMINISTRATOR, role, RANDOM);
        assertThat(keyOf(role)).isNotEqualTo(before);
        assertThat(kept(before).state()).isEqualTo(SigningKey.State.RETIRED);
        assertThat(kept(before).privateKey()).isEmpty();
        assertThat(trust.fingerprint()).isEqualTo(message);
        RootDocument root = believed(message).document();
        assertThat(root.version()).isEqualTo(2);
        assertThat(root.hasSigned("bundle", bundle())).isTrue();
        assertThat(root.hasSigned("bundle", old)).isEqualTo(!role.equals("bundle"));
    }

    @Test
    void a_new_root_key_is_believed_by_who_holds_the_old_message() {
        KeyFingerprint message = trust.fingerprint();
        change.rotate(ADMINISTRATOR, "root", RANDOM);
        assertThat(trust.fingerprint()).isNotEqualTo(message);
        assertThat(believed(message).document())
                .isEqualTo(believed(trust.fingerprint()).document());
        change.rotate(ADMINISTRATOR, "bundle", RANDOM);
        assertThat(believed(message).document().version()).isEqualTo(3);
    }

    @Test
    void a_release_key_stands_beside_the_earlier_one_until_that_is_retired() {
        String before = keyOf("release");
        change.rotate(ADMINISTRATOR, "release", RANDOM);
        assertThat(trust.root().roles().get("release").keyIds()).containsExactlyInAnyOrder(before, keyOf("release"));
        change.retire(ADMINISTRATOR, before);
        assertThat(trust.root().roles().get("release").keyIds()).containsExactly(keyOf("release"));
        assertThat(Refusals.codeOf(() -> change.retire(ADMINISTRATOR, keyOf("release"))))
                .isEqualTo("keys.last");
    }

    @Test
    void without_the_root_key_nothing_changes_until_its_signature_comes_back() {
        String rootKey = keyOf("root");
        Signer elsewhere = trust.ring().signer("root");
        detach(rootKey);
        assertThat(kept(rootKey).privateKey()).isEmpty();
        assertThat(Refusals.codeOf(() -> change.rotate(ADMINISTRATOR, "bundle", RANDOM)))
                .isEqualTo("keys.off-server");
        assertThat(store.all()).hasSize(4);
        Envelope proposed = change.propose(ADMINISTRATOR, "bundle", RANDOM);
        assertThat(Refusals.codeOf(() -> change.accept(ADMINISTRATOR, proposed)))
                .isEqualTo("keys.off-server");
        assertThat(trust.root().version()).isEqualTo(1);
        change.accept(ADMINISTRATOR, proposed.signedAlsoBy(elsewhere));
        assertThat(believed(trust.fingerprint()).document().hasSigned("bundle", bundle()))
                .isTrue();
        assertThat(Refusals.codeOf(() -> change.accept(ADMINISTRATOR, proposed.signedAlsoBy(elsewhere))))
                .isEqualTo("keys.conflict");
    }

    @Test
    void a_key_that_was_made_elsewhere_is_taken_in_by_its_public_half() {
        Signer elsewhere = Signer.generate(RANDOM);
        change.accept(
                ADMINISTRATOR, change.proposeKey("root", elsewhere.publicKey()).signedAlsoBy(elsewhere));
        assertThat(trust.fingerprint()).isEqualTo(KeyFingerprint.of(elsewhere.publicKey()));
        assertThat(kept(elsewhere.publicKey().keyId()).privateKey()).isEmpty();
        assertThat(Refusals.codeOf(() -> change.renew(ADMINISTRATOR))).isEqualTo("keys.off-server");
    }

    @Test
    void a_root_that_no_device_would_believe_is_not_kept() {
        Signer stranger = Signer.generate(RANDOM);
        var foreign = Envelope.sign(change.proposeRenewal().signed(), stranger);
        assertThat(Refusals.codeOf(() -> change.accept(ADMINISTRATOR, foreign))).isEqualTo("keys.root-refused");
        assertThat(Refusals.codeOf(() -> change.accept(ADMINISTRATOR, bundle())))
                .isEqualTo("keys.root-refused");
        Envelope unsignedByItself = change.proposeKey("root", stranger.publicKey());
        assertThat(Refusals.codeOf(() -> change.accept(ADMINISTRATOR, unsignedByItself)))
                .isEqualTo("keys.root-refused");
        assertThat(store.roots()).hasSize(1);
    }

    @Test
    void of_two_changes_at_once_the_second_is_told() {
        var other = new KeyChange(Trust.start(store, RANDOM, clock), store, clock);
        change.renew(ADMINISTRATOR);
        assertThat(Refusals.codeOf(() -> other.renew(ADMINISTRATOR))).isEqualTo("keys.conflict");
    }

    @Test
    void a_key_is_forgotten_only_when_its_holder_proves_to_have_it() {
        String release = keyOf("release");
        Secret half = change.export(ADMINISTRATOR, release);
        assertThat(kept(release).privateKey()).as("still here").isPresent();
        Envelope ofAnother = Envelope.parse(KeyFile.make(RANDOM).proof().toArray());
        assertThat(Refusals.codeOf(() -> change.detach(ADMINISTRATOR, release, ofAnother)))
                .isEqualTo("keys.not-held");
        KeyFile file =
                KeyFile.read(KeyFile.of(kept(release).publicKey().hex(), half).pem());
        assertThat(file.keyId()).isEqualTo(release);
        change.detach(ADMINISTRATOR, release, Envelope.parse(file.proof().toArray()));
        assertThat(kept(release).privateKey()).isEmpty();
    }

    @Test
    void only_root_and_release_keys_may_leave_the_server() {
        assertThat(Refusals.codeOf(() -> change.export(ADMINISTRATOR, keyOf("bundle"))))
                .isEqualTo("keys.needed-here");
        assertThat(Refusals.codeOf(() -> change.export(ADMINISTRATOR, "ab".repeat(32))))
                .isEqualTo("keys.unknown");
        detach(keyOf("release"));
        assertThat(Refusals.codeOf(() -> change.export(ADMINISTRATOR, keyOf("release"))))
                .isEqualTo("keys.off-server");
        assertThat(Refusals.codeOf(() -> change.rotate(ADMINISTRATOR, "mirror", RANDOM)))
                .isEqualTo("keys.unknown-role");
    }

    @Test
    void a_root_is_renewed_at_a_start_when_less_than_a_third_is_left() {
        clock.pass(Duration.ofDays(243));
        assertThat(Trust.start(store, RANDOM, clock).root().version()).isEqualTo(1);
        clock.pass(Duration.ofDays(1));
        Trust renewed = Trust.start(store, RANDOM, clock);
        assertThat(renewed.root().version()).isEqualTo(2);
        assertThat(renewed.root().expires()).isEqualTo(clock.instant().plus(Duration.ofDays(365)));
        trust.refresh();
        assertThat(trust.root()).isEqualTo(renewed.root());
    }

    @Test
    void a_root_whose_key_is_elsewhere_is_left_as_it_is() {
        detach(keyOf("root"));
        clock.pass(Duration.ofDays(300));
        assertThat(Trust.start(store, RANDOM, clock).root().version()).isEqualTo(1);
    }

    private void detach(String keyId) {
        KeyFile file = KeyFile.of(kept(keyId).publicKey().hex(), change.export(ADMINISTRATOR, keyId));
        change.detach(ADMINISTRATOR, keyId, Envelope.parse(file.proof().toArray()));
    }
}
