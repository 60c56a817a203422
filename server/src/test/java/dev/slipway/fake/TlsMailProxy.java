package dev.slipway.fake;

import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS before a mail server that speaks without: at once, or after STARTTLS (RFC 3207). Its certificate is for
 * loopback.
 */
public final class TlsMailProxy implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TlsMailProxy.class.getPackageName());
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SSLContext context;
    private final int behind;
    private final boolean startTls;

    /** Before the server at the port {@code behind}; its key is made in the new directory. */
    public TlsMailProxy(Path directory, int behind, boolean startTls) throws IOException, GeneralSecurityException {
        InstantSource now =
                InstantSource.fixed(Files.getLastModifiedTime(directory).toInstant());
        ServerKey key = new OwnCertificate(directory, now, new SecureRandom()).serving(List.of("localhost"));
        this.context = context(key);
        this.behind = behind;
        this.startTls = startTls;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Trusts its certificate. */
    public SSLSocketFactory trust() {
        return context.getSocketFactory();
    }

    private static SSLContext context(ServerKey key) throws IOException, GeneralSecurityException {
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(key.certificate())));
        var pem = KEY.matcher(Files.readString(key.key()));
        if (!pem.find()) {
            throw new IOException("no key");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
        PrivateKey secret = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(der));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry("own", secret, PASSWORD, new Certificate[] {certificate});
        store.setCertificateEntry("trusted", certificate);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return made;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket accepted = listening.accept();
                threads.execute(() -> serve(accepted));
            } catch (IOException closed) {
                threads.shutdown();
            }
        }
    }

    private void serve(Socket plain) {
        try (plain;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            if (startTls) {
                greet(plain);
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
            }
            SSLSocket tls =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), false);
            tls.setUseClientMode(false);
            tls.startHandshake();
            var back = threads.submit(() -> copy(server.getInputStream(), tls.getOutputStream()));
            copy(tls.getInputStream(), server.getOutputStream());
            server.shutdownOutput();
            back.resultNow();
        } catch (IOException | IllegalStateException ended) {
            LOG.log(System.Logger.Level.DEBUG, "event=mail-ended", ended);
        }
    }

    /** Until the client asks for TLS. */
    private static void greet(Socket plain) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(plain.getInputStream(), StandardCharsets.US_ASCII));
        say(plain, "220 proxy");
        String line = lines.readLine();
        while (line != null && !line.equalsIgnoreCase("STARTTLS")) {
            say(plain, line.startsWith("EHLO") ? "250-proxy\r\n250 STARTTLS" : "530 STARTTLS first");
            line = lines.readLine();
        }
        say(plain, "220 go on");
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    private static boolean copy(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[8 << 10];
        int count = from.read(piece);
        while (count >= 0) {
            to.write(piece, 0, count);
            to.flush();
            count = from.read(piece);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
