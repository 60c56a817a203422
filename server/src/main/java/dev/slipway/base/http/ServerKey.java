package dev.slipway.base.http;

import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * A private key and the certificate chain shown with it, both PEM files.
 *
 * @param spkiSha256 SHA-256 (hex) of the SubjectPublicKeyInfo of the first certificate: what the root key signs
 * @param expires when the first certificate ends
 */
public record ServerKey(Path certificate, Path key, String spkiSha256, Instant expires) {
    /**
     * Reads a certificate given by the operator and checks that key and certificate belong together.
     *
     * @throws UnusableCertificate when they do not, cannot be read, or the certificate is over
     */
    public static ServerKey given(Path certificate, Path key, InstantSource clock) {
        X509Certificate read = certificate(certificate);
        if (!belongTogether(read, PemKey.read(key))) {
            throw new UnusableCertificate(
                    "tls.key-mismatch", "The key " + key + " is not the one of " + certificate + "; give the pair.");
        }
        if (read.getNotAfter().toInstant().isBefore(clock.instant())) {
            throw new UnusableCertificate(
                    "tls.expired", "The certificate " + certificate + " is over; give a new one.");
        }
        return new ServerKey(
                certificate, key, spkiSha256(read), read.getNotAfter().toInstant());
    }

    PemKeyCertOptions options() {
        return new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString());
    }

    static X509Certificate certificate(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UnusableCertificate(
                    "tls.certificate-unreadable", "No PEM certificate can be read from " + file + ": " + unreadable);
        }
    }

    static String spkiSha256(X509Certificate certificate) {
        try {
            byte[] spki = certificate.getPublicKey().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Signs a probe with the one and checks it with the other. */
    static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "EC", "ECDSA" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                };
        try {
            byte[] probe = {1, 2, 3};
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(probe);
            Signature checker = Signature.getInstance(algorithm);
            checker.initVerify(certificate.getPublicKey());
            checker.update(probe);
            return checker.verify(signer.sign());
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }
}
