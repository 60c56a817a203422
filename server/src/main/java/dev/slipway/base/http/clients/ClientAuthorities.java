package dev.slipway.base.http.clients;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Authorities whose certificates callers may show. With none of them nobody is asked for any. */
public final class ClientAuthorities {
    /** Nobody is asked for a certificate. */
    public static final ClientAuthorities NONE = new ClientAuthorities(List.of());

    /** Makers have a root and one or two authorities below it. */
    private static final int CHAIN_MAX = 6;

    private static final String DOUBT = "no authority of the configuration vouches for it at this time";

    private static final List<ASN1ObjectIdentifier> NAMES = List.of(BCStyle.CN, BCStyle.SERIALNUMBER);

    private final List<X509Certificate> issuers;

    private ClientAuthorities(List<X509Certificate> issuers) {
        this.issuers = List.copyOf(issuers);
    }

    /**
     * Those of PEM files, each of which may hold several.
     *
     * @throws UnusableAuthority for a file without any
     */
    public static ClientAuthorities read(List<Path> files) {
        List<X509Certificate> issuers = new ArrayList<>();
        for (Path file : files) {
            try (InputStream bytes = Files.newInputStream(file)) {
                List<X509Certificate> read =
                        CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
                                .map(X509Certificate.class::cast)
                                .toList();
                if (read.isEmpty()) {
                    throw new UnusableAuthority(file, "it is empty");
                }
                issuers.addAll(read);
            } catch (IOException | CertificateException unreadable) {
                throw new UnusableAuthority(file, unreadable.toString());
            }
        }
        return new ClientAuthorities(issuers);
    }

    /** A file that holds no authority: stops the start. */
    public static final class UnusableAuthority extends RuntimeException {
        UnusableAuthority(Path file, String why) {
            super("No PEM certificate of an authority can be read from %s: %s".formatted(file, why));
        }
    }

    /** What a listener asks with; empty when it shall not ask. */
    public Optional<TrustOptions> asking() {
        return issuers.isEmpty() ? Optional.empty() : Optional.of(TrustOptions.wrap(new EveryClient(issuers)));
    }

    /** Keeps with a new connection what its caller showed: see {@link ClientCertificate#of}. */
    public void look(HttpConnection connection, Instant now) {
        SSLSession session = connection.sslSession();
        if (session != null && !issuers.isEmpty()) {
            Certificate[] shown = shown(session);
            if (shown.length > 0) {
                session.putValue(ClientCertificate.KEPT, judged(shown, now));
            }
        }
    }

    private static Certificate[] shown(SSLSession session) {
        try {
            return session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException none) {
            return new Certificate[0];
        }
    }

    private ClientCertificate judged(Certificate[] shown, Instant now) {
        try {
            String sha256 = sha256(shown[0].getEncoded());
            List<X509Certificate> chain = chain(shown);
            return vouched(chain, now)
                    ? new ClientCertificate(sha256, names(chain.getFirst()), Optional.empty())
                    : new ClientCertificate(sha256, List.of(), Optional.of(DOUBT));
        } catch (CertificateException unreadable) {
            throw new IllegalStateException("a handshake passes encoded certificates on", unreadable);
        }
    }

    /** Read anew by the JDK, whose path builder takes no others; empty when one is not what the JDK can read. */
    private static List<X509Certificate> chain(Certificate[] shown) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate one : Arrays.asList(shown).subList(0, Math.min(shown.length, CHAIN_MAX))) {
            try {
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(one.getEncoded())));
            } catch (CertificateException unreadable) {
                return List.of();
            }
        }
        return chain;
    }

    /** Whether a path leads from an authority to the first of {@code chain} at this time (RFC 5280, section 6). */
    private boolean vouched(List<X509Certificate> chain, Instant now) {
        if (chain.isEmpty()) {
            return false;
        }
        try {
            var target = new X509CertSelector();
            target.setCertificate(chain.getFirst());
            var anchors = issuers.stream()
                    .map(issuer -> new TrustAnchor(issuer, null))
                    .collect(Collectors.toSet());
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    private static List<String> names(X509Certificate certificate) {
        var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Stream.of(subject.getRDNs())
                .flatMap(part -> Stream.of(part.getTypesAndValues()))
                .filter(named -> NAMES.contains(named.getType()))
                .map(named -> IETFUtils.valueToString(named.getValue()))
                .toList();
    }

    private static String sha256(byte[] encoded) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
