package dev.slipway.base.http;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate that the server makes for itself (RFC 5280): P-256, self-signed, {@value #LIFE_DAYS} days, for the
 * hosts of the public
 * addresses and for this machine. A device trusts it by the root key's statement over its public key, so the key
 * stays when
 * the certificate is renewed: at the last third of its life, or when a host is new.
 */
public final class OwnCertificate {
    /** Longer than this browsers refuse. */
    private static final int LIFE_DAYS = 397;

    private static final Duration LIFE = Duration.ofDays(LIFE_DAYS);
    private static final Duration CLOCKS_APART = Duration.ofHours(1);
    private static final int NAME_MAX = 64;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private final Path directory;
    private final InstantSource clock;
    private final SecureRandom random;

    /** Keeps {@code certificate.pem} and {@code key.pem} (0600) in {@code directory} (0700). */
    public OwnCertificate(Path directory, InstantSource clock, SecureRandom random) {
        this.directory = directory;
        this.clock = clock;
        this.random = random;
    }

    /** The certificate that serves these hosts now: the kept one, or a new one when that is missing, old or for
     * others. */
    public ServerKey serving(List<String> publicHosts) {
        SequencedSet<String> hosts = new LinkedHashSet<>(publicHosts);
        hosts.addAll(List.of("localhost", "127.0.0.1"));
        Path certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(key)) {
                keepKey(key);
            }
            PrivateKey signing = ServerKey.PemKey.read(key);
            PublicKey shown = ServerKey.PemKey.publicHalf(key);
            if (!Files.exists(certificate) || !serves(ServerKey.certificate(certificate), shown, hosts)) {
                keep(certificate, pem(make(signing, shown, hosts)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be kept in " + directory, e);
        }
        X509Certificate made = ServerKey.certificate(certificate);
        return new ServerKey(
                certificate, key, ServerKey.spkiSha256(made), made.getNotAfter().toInstant());
    }

    /** Both halves of our key stand in one file, written at once, so that no signature need prove that they belong. */
    private boolean serves(X509Certificate kept, PublicKey key, SequencedSet<String> hosts) {
        Instant renewal = kept.getNotAfter().toInstant().minus(LIFE.dividedBy(3));
        return clock.instant().isBefore(renewal)
                && kept.getPublicKey().equals(key)
                && namesOf(kept).containsAll(hosts);
    }

    private static List<String> namesOf(X509Certificate kept) {
        try {
            var names = kept.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(entry -> String.valueOf(entry.get(1))).toList();
        } catch (GeneralSecurityException unreadable) {
            throw new UnusableCertificate(
                    "tls.certificate-unreadable", "The kept certificate is damaged; delete it: " + unreadable);
        }
    }

    private X509Certificate make(PrivateKey key, PublicKey publicKey, SequencedSet<String> hosts) throws IOException {
        Instant now = clock.instant();
        String shown = hosts.getFirst();
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, shown.length() > NAME_MAX ? "slipway" : shown)
                .build();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, random).setBit(119),
                Date.from(now.minus(CLOCKS_APART)),
                Date.from(now.minus(CLOCKS_APART).plus(LIFE)),
                name,
                publicKey);
        var alternatives = hosts.stream()
                .map(host -> new GeneralName(
                        ADDRESS.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with P-256", e);
        }
    }

    /** The public key is kept beside the private one, in the same file, so that a renewal needs no other. */
    private void keepKey(Path file) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            keep(file, pem(new JcaPKCS8Generator(pair.getPrivate(), null)) + pem(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static String pem(Object what) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(what);
        }
        return text.toString();
    }

    /** Whole or not at all, and never readable by others. */
    private static void keep(Path file, String pem) throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(),
                ".new",
                ".pem",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, pem);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
