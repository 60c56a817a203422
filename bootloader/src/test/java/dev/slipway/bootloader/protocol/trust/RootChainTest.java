package dev.slipway.bootloader.protocol.trust;

import static dev.slipway.bootloader.protocol.trust.Signers.LATER;
import static dev.slipway.bootloader.protocol.trust.Signers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RootChainTest {
    private final Signers signers = new Signers();
    private final Signer second = Signer.generate(new SecureRandom());
    private final Signer third = Signer.generate(new SecureRandom());
    private final Envelope one = signers.rootOne();
    private final Envelope two = Envelope.sign(signers.rootDocument(2, second).toJson(), signers.root, second);
    private final Envelope three = Envelope.sign(signers.rootDocument(3, third).toJson(), second, third);
    private final KeyFingerprint first = KeyFingerprint.of(signers.root.publicKey());

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(TrustRefused.class).isThrownBy(call).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @Test
    void a_message_of_any_age_leads_to_the_newest_root() {
        for (Signer holder : List.of(signers.root, second, third)) {
            KeyFingerprint fingerprint = KeyFingerprint.of(holder.publicKey());
            assertThat(RootChain.from(fingerprint, List.of(one, two, three), NOW)
                            .envelope())
                    .isEqualTo(three);
        }
    }

    @Test
    void a_key_that_signed_no_root_of_the_list_is_refused() {
        KeyFingerprint stranger = KeyFingerprint.of(signers.tls.publicKey());
        refused("root.unknown-key", () -> RootChain.from(stranger, List.of(one, two), NOW));
        refused("root.unknown-key", () -> RootChain.from(first, List.of(), NOW));
    }

    @Test
    void a_root_that_only_names_the_key_of_the_message_is_refused() {
        var thief = Signer.generate(new SecureRandom());
        RootDocument forged = RootDocument.of(
                1,
                LATER,
                java.util.Map.of(
                        RootDocument.ROOT, List.of(signers.root.publicKey(), thief.publicKey()),
                        RootDocument.RELEASE, List.of(thief.publicKey()),
                        RootDocument.BUNDLE, List.of(thief.publicKey()),
                        RootDocument.TLS, List.of(thief.publicKey())));
        Envelope envelope = Envelope.sign(forged.toJson(), thief);
        refused("root.unknown-key", () -> RootChain.from(first, List.of(envelope), NOW));
    }

    @Test
    void every_step_needs_the_old_and_the_new_keys() {
        Envelope byNew = Envelope.sign(signers.rootDocument(2, second).toJson(), second);
        Envelope byOld = Envelope.sign(signers.rootDocument(2, second).toJson(), signers.root);
        refused("root.unsigned", () -> RootChain.from(first, List.of(one, byNew), NOW));
        refused("root.unsigned", () -> RootChain.from(first, List.of(one, byOld), NOW));
    }

    @Test
    void versions_without_gap_are_needed() {
        Envelope skip = Envelope.sign(signers.rootDocument(3, second).toJson(), signers.root, second);
        refused("root.version", () -> RootChain.from(first, List.of(one, skip), NOW));
        refused("root.version", () -> RootChain.from(first, List.of(one, two, two), NOW));
    }

    @Test
    void sixty_four_roots_are_read_and_one_more_is_not() {
        assertThat(RootChain.from(signers.trusted(), Collections.nCopies(64, one), NOW)
                        .document()
                        .version())
                .isEqualTo(1);
        refused("root.version", () -> RootChain.from(signers.trusted(), Collections.nCopies(65, one), NOW));
    }

    @Test
    void only_the_last_root_must_not_have_expired() {
        Instant soon = NOW.plusSeconds(60);
        Envelope brief = Envelope.sign(
                signers.rootDocument(1, signers.root).toJson().with("expires", soon.toString()), signers.root);
        assertThat(RootChain.from(first, List.of(brief, two), soon).document().version())
                .isEqualTo(2);
        refused("root.expired", () -> RootChain.from(first, List.of(brief), soon));
    }

    @Test
    void a_stored_root_is_never_set_back_or_exchanged() {
        TrustedRoot stored = RootChain.from(first, List.of(one, two), NOW);
        assertThat(RootChain.from(stored, List.of(one, two, three), NOW)
                        .document()
                        .version())
                .isEqualTo(3);
        refused("root.older", () -> RootChain.from(stored, List.of(one), NOW));
        Envelope other = Envelope.sign(
                signers.rootDocument(2, second)
                        .toJson()
                        .with("expires", LATER.plusSeconds(1).toString()),
                signers.root,
                second);
        refused("root.older", () -> RootChain.from(stored, List.of(one, other), NOW));
    }

    @Test
    void what_is_no_root_document_is_refused() {
        refused("root.malformed", () -> RootChain.from(first, List.of(signers.releaseEnvelope()), NOW));
    }
}
