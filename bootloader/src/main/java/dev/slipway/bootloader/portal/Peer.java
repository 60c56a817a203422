package dev.slipway.bootloader.portal;

import dev.slipway.bootloader.protocol.trust.TlsStatement;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What the other end of a TLS connection must prove before a byte of the request is sent. */
public final class Peer {
    private final Optional<SSLSocketFactory> factory;

    private Peer(Optional<SSLSocketFactory> factory) {
        this.factory = factory;
    }

    /** A certificate of a public authority (or one the machine trusts) for the host's name. */
    public static Peer publiclyValid() {
        return new Peer(Optional.empty());
    }

    /** Nothing yet: to fetch the statement by which the certificate will be judged, and for nothing else. */
    public static Peer unproven() {
        return new Peer(Optional.of(factory(certificate -> true)));
    }

    /** A certificate, of any authority or none and for any name, whose key the statement binds. */
    public static Peer bound(TlsStatement statement) {
        return new Peer(Optional.of(factory(statement::binds)));
    }

    void prepare(HttpsURLConnection connection) {
        factory.ifPresent(sockets -> {
            connection.setSSLSocketFactory(
                    LabelledSockets.of(sockets, URI.create(connection.getURL().toString())));
            connection.setHostnameVerifier((host, session) -> true);
        });
    }

    private static SSLSocketFactory factory(Predicate<X509Certificate> judge) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Judge(judge)}, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Looks at the key of the certificate only; who issued it says nothing to a device that knows the root. */
    private record Judge(Predicate<X509Certificate> bound) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (chain.length == 0 || !bound.test(chain[0])) {
                throw new CertificateException("the key of the certificate is not bound to the root");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
