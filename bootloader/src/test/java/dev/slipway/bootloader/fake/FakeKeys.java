package dev.slipway.bootloader.fake;

import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.bootloader.protocol.trust.Signer;
import dev.slipway.bootloader.protocol.trust.TlsStatement;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The four keys of a server and what they sign. */
public record FakeKeys(Signer root, Signer release, Signer bundle, Signer tls) {
    /** Far enough for any test that does not want an expiry. */
    public static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    public static FakeKeys drawn() {
        var random = new SecureRandom();
        return new FakeKeys(
                Signer.generate(random), Signer.generate(random), Signer.generate(random), Signer.generate(random));
    }

    public String fingerprint() {
        return KeyFingerprint.of(root.publicKey()).text();
    }

    /** Version 1 of the root document. */
    public Envelope rootEnvelope() {
        return Envelope.sign(rootDocument(1, this).toJson(), root);
    }

    /** Version 2, which hands the three roles to the keys of {@code next}; the root key stays. */
    public Envelope rootFor(FakeKeys next) {
        return Envelope.sign(rootDocument(2, next).toJson(), root);
    }

    public Envelope tlsEnvelope(X509Certificate certificate) {
        var statement = new TlsStatement(1, LATER, List.of(TlsStatement.spkiSha256Of(certificate)));
        return Envelope.sign(statement.toJson(), tls);
    }

    private RootDocument rootDocument(long version, FakeKeys holders) {
        return RootDocument.of(
                version,
                LATER,
                Map.of(
                        RootDocument.ROOT, List.of(root.publicKey()),
                        RootDocument.RELEASE, List.of(holders.release.publicKey()),
                        RootDocument.BUNDLE, List.of(holders.bundle.publicKey()),
                        RootDocument.TLS, List.of(holders.tls.publicKey())));
    }
}
