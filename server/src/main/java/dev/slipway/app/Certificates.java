package dev.slipway.app;

import dev.slipway.app.Foundation.Chance;
import dev.slipway.app.config.Config;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import dev.slipway.base.http.UnusableCertificate;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.core.bundle.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The certificate that is shown now, and the statement that binds its key to the root. {@link #look} keeps both current
 * without a restart: files of the operator that changed, the last third of an own certificate's life, a new host, a new
 * key of the root.
 */
final class Certificates {
    /** Of the statement's 30 days a third is left then. */
    private static final Duration STATEMENT_AFTER = Duration.ofDays(20);

    private static final System.Logger LOG = System.getLogger(Certificates.class.getName());

    private final Supplier<Read> source;
    private final Trust trust;
    private final InstantSource clock;
    private volatile Shown shown;

    /**
     * What was read.
     *
     * @param changedAt of the newer of the two files
     */
    record Read(ServerKey key, FileTime changedAt) {
        static Read of(ServerKey key) {
            try {
                FileTime certificate = Files.getLastModifiedTime(key.certificate());
                FileTime secret = Files.getLastModifiedTime(key.key());
                return new Read(key, certificate.compareTo(secret) > 0 ? certificate : secret);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private record Shown(Read read, Envelope statement, Instant signedAt, long root) {}

    /** Reads and signs for the first time; what cannot be used stops the start with its refusal. */
    Certificates(Supplier<Read> source, Trust trust, InstantSource clock) {
        this.source = source;
        this.trust = trust;
        this.clock = clock;
        try {
            this.shown = signed(source.get(), List.of());
        } catch (UnusableCertificate unusable) {
            throw new Refusal(unusable.code(), String.valueOf(unusable.getMessage()));
        }
    }

    /** The pair that the configuration names, else one of our own in {@code directory} for the hosts of all tenants. */
    static Supplier<Read> source(
            Optional<Config.Certificate> given, Path directory, Supplier<List<String>> hosts, Chance chance) {
        return given.<Supplier<Read>>map(
                        pair -> () -> Read.of(ServerKey.given(pair.chain(), pair.key(), chance.clock())))
                .orElseGet(() -> {
                    var own = new OwnCertificate(directory, chance.clock(), chance.random());
                    return () -> Read.of(own.serving(hosts.get()));
                });
    }

    ServerKey key() {
        return shown.read.key();
    }

    Envelope statement() {
        return shown.statement;
    }

    /** Looks once; a new certificate goes to {@code renewed}; for one that cannot be used the old one stays. */
    void look(Consumer<ServerKey> renewed) {
        Shown before = shown;
        try {
            Read now = source.get();
            if (!now.equals(before.read)) {
                shown = signed(now, List.of(before.read.key()));
                renewed.accept(now.key());
                LOG.log(
                        System.Logger.Level.INFO,
                        "event=certificate-renewed expires={0}",
                        now.key().expires());
            } else if (isDue(before)) {
                shown = signed(now, List.of());
            }
        } catch (UnusableCertificate | UncheckedIOException unusable) {
            LOG.log(System.Logger.Level.WARNING, "event=certificate-kept reason=\"{0}\"", unusable.getMessage());
        }
    }

    private boolean isDue(Shown before) {
        return before.root != trust.root().version()
                || !clock.instant().isBefore(before.signedAt.plus(STATEMENT_AFTER));
    }

    /** Also over the key shown until now, which a device may meet just after it asked for the statement. */
    private Shown signed(Read read, List<ServerKey> before) {
        List<String> keys = Stream.concat(Stream.of(read.key()), before.stream())
                .map(ServerKey::spkiSha256)
                .distinct()
                .toList();
        return new Shown(
                read, trust.tlsStatement(keys), clock.instant(), trust.root().version());
    }
}
