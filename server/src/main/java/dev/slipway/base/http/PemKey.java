package dev.slipway.base.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * Reads an unencrypted private key from a PEM file: PKCS #8 (RFC 7468, section 10) by the JDK, what the JDK does not take
 * by Bouncy Castle. Our own key is of the first kind, so a start need not load that library: its jars are signed, and
 * classes of signed jars are in no AOT cache.
 */
final class PemKey {
    private static final Pattern PKCS_8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

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
