package dev.slipway.bootloader.portal;

import dev.slipway.bootloader.destination.Addresses;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonLimits;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Requests to one portal under one proof of its identity.
 *
 * @param base the portal's address, ending in {@code /}; every path is below it
 * @param peer what its certificate must prove; not asked on plain loopback
 * @param proxies how to reach it
 */
public record Line(URI base, Peer peer, ProxyChoice proxies) {
    /** Milliseconds to connect; a phone network's slowest hand-shake takes a few seconds. */
    private static final int CONNECT_MILLISECONDS = 20_000;
    /** Milliseconds without a byte; a log-on may wait for its turn at the password hash. */
    private static final int READ_MILLISECONDS = 60_000;

    private static final Duration WAIT_MAX = Duration.ofDays(1);

    public Line {
        if (!"https".equals(base.getScheme()) && !Addresses.loopback(String.valueOf(base.getHost()))) {
            throw new Refusal(
                    "boot.tls-required",
                    "The address " + base + " is not protected; use the https address of the server.",
                    Exit.NOT_ALLOWED);
        }
    }

    /** The answer to a GET of {@code path} below the base. */
    public Answer get(String path, Map<String, String> headers) {
        try {
            return read(open(path, headers));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** The answer to a POST of {@code body} to {@code path} below the base. */
    public Answer post(String path, Json body, Map<String, String> headers) {
        try {
            HttpURLConnection connection = open(path, headers);
            byte[] bytes = JsonWriter.compact(body);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(bytes.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(bytes);
            }
            return read(connection);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** The leaf certificate that the portal shows, and its answer to a GET on that same connection. */
    public Shown show(String path) {
        try {
            HttpURLConnection connection = open(path, Map.of());
            connection.connect();
            Optional<X509Certificate> certificate = certificate(connection);
            return new Shown(read(connection), certificate);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * A GET that is prepared and not yet sent. No path means the base itself, which {@link URI#resolve} would shorten
     * to its directory (it follows RFC 2396; RFC 3986 section 5.2.2 keeps the base).
     */
    public HttpURLConnection open(String path, Map<String, String> headers) throws IOException {
        URI address = path.isEmpty() ? base : base.resolve(path);
        var connection = (HttpURLConnection) address.toURL().openConnection(proxies.of(address));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(CONNECT_MILLISECONDS);
        connection.setReadTimeout(READ_MILLISECONDS);
        connection.setRequestProperty("User-Agent", "slipway-bootloader");
        connection.setRequestProperty("Accept", "application/json");
        headers.forEach(connection::setRequestProperty);
        if (connection instanceof HttpsURLConnection secure) {
            peer.prepare(secure);
        }
        return connection;
    }

    /** A failed connection in words for the person. */
    public Refusal unreachable(IOException cause) {
        return Refusal.unreachable("The server " + base + " cannot be reached (" + cause.getMessage()
                + "); check the network and the address, it is tried again later.");
    }

    /** What RFC 9110 section 10.2.3 lets a server ask for, in seconds; a date is read as no wish. */
    public static Optional<Duration> retryAfter(HttpURLConnection connection) {
        return Optional.ofNullable(connection.getHeaderField("Retry-After"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Duration.ofSeconds(Math.max(1, Long.parseLong(text))))
                .map(wait -> wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait);
    }

    private static Answer read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        Optional<InputStream> stream = Optional.ofNullable(
                status >= HttpURLConnection.HTTP_BAD_REQUEST
                        ? connection.getErrorStream()
                        : connection.getInputStream());
        byte[] body = stream.isPresent() ? bounded(stream.get()) : new byte[0];
        return new Answer(status, body, retryAfter(connection));
    }

    private static byte[] bounded(InputStream stream) throws IOException {
        int most = JsonLimits.DOCUMENT.bytes();
        try (stream) {
            byte[] body = stream.readNBytes(most + 1);
            if (body.length > most) {
                throw new IOException("an answer of more than " + most + " bytes");
            }
            return body;
        }
    }

    private static Optional<X509Certificate> certificate(HttpURLConnection connection) {
        if (connection instanceof HttpsURLConnection secure) {
            return secure.getSSLSession().flatMap(Line::leaf);
        }
        return Optional.empty();
    }

    private static Optional<X509Certificate> leaf(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate leaf
                    ? Optional.of(leaf)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("a connection without certificate", e);
        }
    }

    /** An answer and who gave it; no certificate on plain loopback. */
    public record Shown(Answer answer, Optional<X509Certificate> certificate) {}
}
