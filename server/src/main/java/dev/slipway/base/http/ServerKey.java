package dev.slipway.base.http;

import dev.slipway.base.wire.cms.SignedBytes;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

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

    /** These bytes signed by this key (CMS); as they are when a key of its kind cannot. */
    public byte[] signed(byte[] content) {
        return SignedBytes.of(content, PemKey.read(key), chain()).orElse(content);
    }

    private List<X509Certificate> chain() {
        try (InputStream bytes = Files.newInputStream(certificate)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UnusableCertificate(
                    "tls.certificate-unreadable", "No PEM certificate can be read from " + certificate + ".");
        }
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

    /**
     * Reads an unencrypted private key from a PEM file: PKCS #8 (RFC 7468, section 10) by the JDK, what the JDK does
     * not
     * take
     * by Bouncy Castle. Our own key is of the first kind, so a start need not load that library: its jars are signed,
     * and
     * classes of signed jars are in no AOT cache.
     */
    static final class PemKey {
        private static final Pattern PKCS_8 =
                Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

        private static final Pattern PUBLIC =
                Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

        /** The encoding names its algorithm, so that only one of them takes it. */
        private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

        private PemKey() {}

        /**
         * Reads it.
         *
         * @throws UnusableCertificate {@code tls.key-unreadable}
         */
        static PrivateKey read(Path file) {
            try {
                Optional<PrivateKey> usual = usual(Files.readString(file));
                return usual.isPresent() ? usual.get() : other(file);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new UnusableCertificate(
                        "tls.key-unreadable", "No PEM key can be read from " + file + ": " + unreadable);
            }
        }

        /**
         * The public half that {@link OwnCertificate} keeps behind the private one (RFC 7468, section 13).
         *
         * @throws UnusableCertificate {@code tls.key-unreadable} when there is none
         */
        static PublicKey publicHalf(Path file) {
            try {
                Matcher found = PUBLIC.matcher(Files.readString(file));
                byte[] der = found.find() ? Base64.getMimeDecoder().decode(found.group(1)) : new byte[0];
                return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
            } catch (IOException | GeneralSecurityException | IllegalArgumentException foreign) {
                throw new UnusableCertificate(
                        "tls.key-unreadable",
                        "The file " + file + " was not made by this server; delete it or give both files.");
            }
        }

        private static Optional<PrivateKey> usual(String pem) {
            Matcher found = PKCS_8.matcher(pem);
            if (!found.find()) {
                return Optional.empty();
            }
            byte[] der = Base64.getMimeDecoder().decode(found.group(1));
            return ALGORITHMS.stream()
                    .flatMap(algorithm -> decoded(algorithm, der).stream())
                    .findFirst();
        }

        private static Optional<PrivateKey> decoded(String algorithm, byte[] der) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
            } catch (GeneralSecurityException ofAnotherKind) {
                return Optional.empty();
            }
        }

        private static PrivateKey other(Path file) throws IOException {
            try (var pem = new PEMParser(Files.newBufferedReader(file))) {
                return switch (pem.readObject()) {
                    case PrivateKeyInfo pkcs8 -> new JcaPEMKeyConverter().getPrivateKey(pkcs8);
                    case PEMKeyPair pair ->
                        new JcaPEMKeyConverter().getKeyPair(pair).getPrivate();
                    case null, default ->
                        throw new UnusableCertificate(
                                "tls.key-unreadable", "The file " + file + " holds no unencrypted PEM key.");
                };
            }
        }
    }
}
