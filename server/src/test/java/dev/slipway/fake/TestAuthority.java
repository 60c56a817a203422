package dev.slipway.fake;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority as makers of phones have one: it gives each phone a certificate. */
public final class TestAuthority {
    private static final Duration LIFE = Duration.ofDays(365);

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final boolean below;

    /** One of that name, such as {@code CN=snom phone CA}. */
    public TestAuthority(String name) {
        this.name = name;
        this.keys = keys();
        this.certificate = made(name, keys, Instant.now(), true);
        this.below = false;
    }

    private TestAuthority(String name, KeyPair keys, X509Certificate certificate) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
        this.below = true;
    }

    /** One that this vouches for; its callers show it too. */
    public TestAuthority below(String subject) {
        return below(subject, true);
    }

    /** A phone that uses its own certificate as if it were an authority's. */
    public TestAuthority usurper(String subject) {
        return below(subject, false);
    }

    private TestAuthority below(String subject, boolean authority) {
        KeyPair own = keys();
        return new TestAuthority(subject, own, made(subject, own, Instant.now(), authority));
    }

    /** Its own certificate, a PEM file in {@code directory}. */
    public Path file(Path directory) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "authority", ".pem"), pem());
    }

    /** Its own certificate. */
    public String pem() throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        }
        return text.toString();
    }

    /** TLS of a caller who shows a certificate for {@code subject} from now on, whatever the server asks for. */
    public SSLContext caller(String subject) {
        return caller(subject, Instant.now());
    }

    /** The same; in force from then on. */
    public SSLContext caller(String subject, Instant from) {
        KeyPair own = keys();
        X509Certificate leaf = made(subject, own, from, false);
        List<X509Certificate> chain = below ? List.of(leaf, certificate) : List.of(leaf);
        return context(Optional.of(new Shown(own.getPrivate(), chain)));
    }

    /** TLS of a caller who has no certificate. */
    public static SSLContext stranger() {
        return context(Optional.empty());
    }

    private X509Certificate made(String subject, KeyPair own, Instant from, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(name),
                    new BigInteger(64, new SecureRandom()).setBit(63),
                    Date.from(from.minus(Duration.ofHours(1))),
                    Date.from(from.plus(LIFE)),
                    new X500Name(subject),
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with P-256", e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static SSLContext context(Optional<Shown> shown) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] managers = shown.map(one -> new KeyManager[] {one}).orElse(new KeyManager[0]);
            context.init(managers, new TrustManager[] {new AnyServer()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    /** Shows its certificate also to a server that did not name its authority, as simple phones do. */
    private static final class Shown extends X509ExtendedKeyManager {
        private static final String ALIAS = "own";
        private final PrivateKey key;
        private final List<X509Certificate> chain;

        Shown(PrivateKey key, List<X509Certificate> chain) {
            this.key = key;
            this.chain = List.copyOf(chain);
        }

        @Override
        public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(String[] kinds, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String[] getClientAliases(String kind, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String[] getServerAliases(String kind, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
            throw new UnsupportedOperationException("a caller");
        }
    }

    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {
            throw new UnsupportedOperationException("a caller");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {
            throw new UnsupportedOperationException("a caller");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {
            throw new UnsupportedOperationException("a caller");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
