package dev.slipway.door.relay;

import dev.slipway.base.fleet.Refusal;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** The certificate that is shown when TLS ends at this relay, read again when its files change. */
final class TlsEnd {
    private static final System.Logger LOG = System.getLogger(TlsEnd.class.getName());
    private static final ApplicationProtocolConfig HTTP_1 = new ApplicationProtocolConfig(
            Protocol.ALPN,
            SelectorFailureBehavior.NO_ADVERTISE,
            SelectedListenerFailureBehavior.ACCEPT,
            ApplicationProtocolNames.HTTP_1_1);

    private final Optional<RelayOptions.Tls.Shown> files;
    private final Optional<SslContext> asked;
    private volatile Optional<SslContext> shown;
    private volatile long readAt;

    private TlsEnd(RelayOptions.Tls options) {
        this.files = options.shown();
        this.readAt = changed();
        this.shown = files.map(TlsEnd::read);
        this.asked = Optional.of(asking(options));
    }

    /** Reads the files; {@code relay.certificate-unreadable} says which cannot be used. */
    static TlsEnd of(RelayOptions.Tls options) {
        return new TlsEnd(options);
    }

    /** What callers are shown; empty when TLS is passed through. */
    Optional<SslContext> shown() {
        return shown;
    }

    /** How servers over TLS are asked for their certificate. */
    Optional<SslContext> asked() {
        return asked;
    }

    /** Reads the certificate again if it changed; one that cannot be used leaves the old one in its place. */
    void look() {
        long now = changed();
        if (now != readAt) {
            readAt = now;
            try {
                shown = files.map(TlsEnd::read);
                LOG.log(System.Logger.Level.INFO, "event=relay-certificate-read");
            } catch (Refusal unusable) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "event=relay-certificate-kept reason=\"%s\"".formatted(unusable.sentence()));
            }
        }
    }

    private long changed() {
        return files.map(pair -> time(pair.chain()) * 31 + time(pair.key())).orElse(0L);
    }

    private static long time(Path file) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            return time.toMillis() + Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static SslProvider provider() {
        return OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;
    }

    private static SslContext read(RelayOptions.Tls.Shown pair) {
        try {
            return SslContextBuilder.forServer(pair.chain().toFile(), pair.key().toFile())
                    .sslProvider(provider())
                    .protocols("TLSv1.2", "TLSv1.3")
                    .applicationProtocolConfig(HTTP_1)
                    .build();
        } catch (SSLException | IllegalArgumentException unusable) {
            throw new Refusal(
                    "relay.certificate-unreadable",
                    "%s and %s are no certificate chain and key that belong together (PEM, PKCS#8): %s."
                            .formatted(pair.chain(), pair.key(), unusable.getMessage()));
        }
    }

    private static SslContext asking(RelayOptions.Tls options) {
        SslContextBuilder builder =
                SslContextBuilder.forClient().sslProvider(provider()).endpointIdentificationAlgorithm("HTTPS");
        options.authorities().ifPresent(file -> builder.trustManager(file.toFile()));
        try {
            return builder.build();
        } catch (SSLException | IllegalArgumentException unusable) {
            throw new Refusal(
                    "relay.authorities-unreadable",
                    "relay.backend_authorities names no certificates (PEM): %s.".formatted(unusable.getMessage()));
        }
    }
}
