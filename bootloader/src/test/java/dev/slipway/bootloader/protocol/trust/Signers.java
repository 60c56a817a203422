package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small house of keys and documents that the tests of this package share. */
final class Signers {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Instant LATER = NOW.plus(Duration.ofDays(30));
    static final ArtifactRef ARTIFACT =
            new ArtifactRef(Sha256.hex(new byte[] {1}), 1, ArtifactRef.Kind.FILES, "application/gzip");

    final Signer root = Signer.generate(new SecureRandom());
    final Signer release = Signer.generate(new SecureRandom());
    final Signer bundle = Signer.generate(new SecureRandom());
    final Signer tls = Signer.generate(new SecureRandom());

    RootDocument rootDocument(long version, Signer holder) {
        return RootDocument.of(
                version,
                LATER,
                Map.of(
                        RootDocument.ROOT, List.of(holder.publicKey()),
                        RootDocument.RELEASE, List.of(release.publicKey()),
                        RootDocument.BUNDLE, List.of(bundle.publicKey()),
                        RootDocument.TLS, List.of(tls.publicKey())));
    }

    Envelope rootOne() {
        return Envelope.sign(rootDocument(1, root).toJson(), root);
    }

    TrustedRoot trusted() {
        return RootChain.from(KeyFingerprint.of(root.publicKey()), List.of(rootOne()), NOW);
    }

    Envelope releaseEnvelope() {
        var earlier = new EarlierSoftware.InDirectory("/opt/old", Optional.of("uninstall.sh"));
        var document = new ReleaseDocument(
                "hello",
                "1.2",
                NOW,
                Map.of("any", ARTIFACT),
                List.of(earlier, new EarlierSoftware.DebPackage("old-hello")));
        return Envelope.sign(document.toJson(), release);
    }

    static BundleDocument bundleDocument(long version, ArtifactRef artifact) {
        var settings = Map.of("hello.greeting", new SettingValue("Hi \u00fc", SettingValue.Ownership.LOCKED));
        return new BundleDocument(
                new BundleDocument.Life(version, NOW, LATER),
                new BundleDocument.Audience("d-1", "ada", "linux-desktop"),
                List.of("gone"),
                List.of(new InstallStep(new ReleaseRef("hello", "1.2", "any"), 10, false, artifact, settings)),
                settings,
                Optional.of(PollingPlan.rel(Duration.ofHours(1))));
    }

    BundleAnswer answer(BundleDocument document) {
        return new BundleAnswer(Envelope.sign(document.toJson(), bundle), List.of(releaseEnvelope()));
    }
}
