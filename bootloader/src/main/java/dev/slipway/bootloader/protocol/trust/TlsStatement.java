package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.TrustRefused.Reason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which TLS keys are the server's: with it a certificate of any issuer, or of none, is bound to the root.
 *
 * @param version from 1
 * @param expires first second at which it is no longer believed
 * @param spkiSha256 SHA-256 of the SubjectPublicKeyInfo of each key, hexadecimal; 1 to 16, so that keys can overlap
 */
public record TlsStatement(long version, Instant expires, List<String> spkiSha256) {
    private static final int KEYS_MAX = 16;

    public TlsStatement {
        expires = expires.truncatedTo(ChronoUnit.SECONDS);
        spkiSha256 = List.copyOf(spkiSha256);
        if (version < 1 || spkiSha256.isEmpty() || spkiSha256.size() > KEYS_MAX) {
            throw new IllegalArgumentException("a TLS statement has a version from 1 and 1 to 16 keys");
        }
        spkiSha256.forEach(Sha256::requireHex);
    }

    /** The text by which a statement names the key of {@code certificate}. */
    public static String spkiSha256Of(X509Certificate certificate) {
        return Sha256.hex(certificate.getPublicKey().getEncoded());
    }

    /**
     * The statement of an envelope that the keys of role {@code tls}, or those of role {@code root}, signed.
     *
     * @throws TrustRefused with a {@code tls.} code
     */
    public static TlsStatement verified(Envelope envelope, TrustedRoot root, Instant now) {
        RootDocument document = root.document();
        if (!document.hasSigned(RootDocument.TLS, envelope) && !document.hasSigned(RootDocument.ROOT, envelope)) {
            throw new TrustRefused(Reason.TLS_UNSIGNED, "no key of the root signed the statement");
        }
        TlsStatement statement = read(envelope);
        if (!statement.expires.isAfter(now)) {
            throw new TrustRefused(Reason.TLS_EXPIRED, "statement expired at " + statement.expires);
        }
        return statement;
    }

    private static TlsStatement read(Envelope envelope) {
        try {
            JsonAt at = envelope.documentOfType(RootDocument.TLS);
            return at.read(
                    "a TLS statement",
                    () -> new TlsStatement(
                            at.get("version").whole(),
                            at.get("expires").instant(),
                            at.get("spki_sha256").list(JsonAt::text)));
        } catch (Malformed e) {
            throw new TrustRefused(Reason.TLS_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /** The statement as it is signed. */
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("_type", RootDocument.TLS)
                .with("spec_version", "1")
                .with("version", version)
                .with("expires", expires.toString())
                .with("spki_sha256", Json.texts(spkiSha256));
    }

    /** Whether the key of {@code certificate} is one of the server's. */
    public boolean binds(X509Certificate certificate) {
        return spkiSha256.contains(spkiSha256Of(certificate));
    }
}
