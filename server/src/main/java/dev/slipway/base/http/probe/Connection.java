package dev.slipway.base.http.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A place that is called over TCP. */
record Connection(String host, int port) {
    static final Duration WITHIN = Duration.ofSeconds(5);

    /** Devices that are switched off for that long come back to a certificate that is over. */
    private static final Duration SOON = Duration.ofDays(14);

    /** Why nothing answers; empty when something does. */
    Optional<String> broken() {
        try (Socket socket = open()) {
            return socket.isConnected() ? Optional.empty() : Optional.of("not connected");
        } catch (IOException refused) {
            return Optional.of(words(refused));
        }
    }

    /** The certificate for this name (RFC 9110, section 4.3.4); throws when it is not trusted. */
    Step certificate(SSLSocketFactory trust, Instant now) throws IOException {
        try (Socket plain = open();
                SSLSocket socket = (SSLSocket) trust.createSocket(plain, host, port, true)) {
            SSLParameters checked = socket.getSSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(checked);
            socket.startHandshake();
            Instant until = ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getNotAfter()
                    .toInstant();
            return until.isBefore(now.plus(SOON))
                    ? new Step(
                            "certificate",
                            false,
                            "The certificate of %s ends on %s: renew it now.".formatted(host, until))
                    : new Step("certificate", true, "The certificate is for %s, until %s.".formatted(host, until));
        }
    }

    private Socket open() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) WITHIN.toMillis());
            socket.setSoTimeout((int) WITHIN.toMillis());
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    static String words(Exception refused) {
        return Optional.ofNullable(refused.getMessage())
                .orElseGet(() -> refused.getClass().getSimpleName());
    }
}
