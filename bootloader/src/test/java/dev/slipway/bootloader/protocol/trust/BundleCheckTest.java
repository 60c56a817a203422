package dev.slipway.bootloader.protocol.trust;

import static dev.slipway.bootloader.protocol.trust.Signers.ARTIFACT;
import static dev.slipway.bootloader.protocol.trust.Signers.LATER;
import static dev.slipway.bootloader.protocol.trust.Signers.NOW;
import static dev.slipway.bootloader.protocol.trust.Signers.bundleDocument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.bootloader.protocol.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleCheckTest {
    private final Signers signers = new Signers();
    private final TrustedRoot root = signers.trusted();
    private final BundleAnswer answer = signers.answer(bundleDocument(5, ARTIFACT));

    private BundleCheck after(long version, String hash) {
        return new BundleCheck(root, "d-1", Optional.of(new BundleCheck.Accepted(version, hash)));
    }

    private BundleCheck fresh() {
        return new BundleCheck(root, "d-1", Optional.empty());
    }

    private static void refused(String code, BundleCheck check, BundleAnswer answer, Instant now) {
        assertThatExceptionOfType(TrustRefused.class)
                .isThrownBy(() -> check.check(answer.toBytes(), now))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .withMessageStartingWith(code + ": ");
    }

    @Test
    void a_signed_bundle_for_this_device_is_accepted_as_it_was_made() {
        BundleCheck.Verified verified = fresh().check(answer.toBytes(), NOW);
        assertThat(verified.document()).isEqualTo(bundleDocument(5, ARTIFACT));
        assertThat(verified.releases()).containsExactly(ReleaseDocument.from(signers.releaseEnvelope()));
        assertThat(verified.accepted().version()).isEqualTo(5);
    }

    @Test
    void the_same_bundle_is_accepted_again_and_other_content_under_its_version_is_not() {
        String hash = answer.bundle().contentHash();
        assertThat(after(5, hash).check(answer, NOW).accepted()).isEqualTo(new BundleCheck.Accepted(5, hash));
        refused("bundle.same-version-other-content", after(5, Sha256.hex(new byte[0])), answer, NOW);
    }

    @Test
    void an_older_bundle_is_refused() {
        refused("bundle.older", after(6, answer.bundle().contentHash()), answer, NOW);
    }

    @Test
    void a_bundle_is_believed_until_the_second_before_it_expires() {
        assertThat(fresh().check(answer, LATER.minusSeconds(1)).document().install())
                .hasSize(1);
        refused("bundle.expired", fresh(), answer, LATER);
    }

    @Test
    void a_bundle_of_another_device_is_refused() {
        refused("bundle.other-device", new BundleCheck(root, "d-2", Optional.empty()), answer, NOW);
    }

    @Test
    void a_bundle_signed_by_another_key_is_refused() {
        var other = Envelope.sign(answer.bundle().signed(), signers.release);
        refused("bundle.wrong-key", fresh(), new BundleAnswer(other, answer.releases()), NOW);
    }

    @Test
    void a_bundle_without_or_with_a_false_signature_is_refused() {
        var none = new Envelope(answer.bundle().signed(), List.of());
        refused("bundle.unsigned", fresh(), new BundleAnswer(none, answer.releases()), NOW);
        JsonObject changed = answer.bundle().signed().with("user", "eve");
        var forged = new Envelope(changed, answer.bundle().signatures());
        refused("bundle.unsigned", fresh(), new BundleAnswer(forged, answer.releases()), NOW);
    }

    @Test
    void an_artifact_that_the_release_key_did_not_list_is_refused() {
        for (ArtifactRef other : List.of(
                new ArtifactRef(Sha256.hex(new byte[] {2}), 1, ArtifactRef.Kind.FILES, "application/gzip"),
                new ArtifactRef(ARTIFACT.sha256(), 2, ArtifactRef.Kind.FILES, "application/gzip"),
                new ArtifactRef(ARTIFACT.sha256(), 1, ArtifactRef.Kind.EXEC, "application/gzip"))) {
            refused("bundle.unlisted-artifact", fresh(), signers.answer(bundleDocument(5, other)), NOW);
        }
        refused("bundle.unlisted-artifact", fresh(), new BundleAnswer(answer.bundle(), List.of()), NOW);
    }

    @Test
    void a_release_signed_by_the_bundle_key_is_refused() {
        var release = Envelope.sign(signers.releaseEnvelope().signed(), signers.bundle);
        refused("bundle.wrong-key", fresh(), new BundleAnswer(answer.bundle(), List.of(release)), NOW);
    }

    @Test
    void a_signed_document_of_another_type_is_refused() {
        var release = Envelope.sign(signers.releaseEnvelope().signed(), signers.bundle);
        refused("bundle.malformed", fresh(), new BundleAnswer(release, List.of()), NOW);
        JsonObject twice = answer.bundle()
                .signed()
                .with("remove", dev.slipway.bootloader.protocol.json.Json.texts(List.of("hello")));
        refused("bundle.malformed", fresh(), new BundleAnswer(Envelope.sign(twice, signers.bundle), List.of()), NOW);
    }

    @Test
    void every_truncation_and_every_changed_byte_is_refused_or_means_the_same() {
        byte[] body = answer.toBytes();
        for (int length = 0; length < body.length; length += 7) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThatExceptionOfType(TrustRefused.class)
                    .isThrownBy(() -> fresh().check(cut, NOW))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("bundle.malformed"));
        }
        for (int at = 0; at < body.length; at += 3) {
            byte[] changed = body.clone();
            changed[at] ^= 1;
            assertThatExceptionOfType(TrustRefused.class).isThrownBy(() -> fresh().check(changed, NOW));
        }
    }
}
