package dev.slipway.base.store.postgres;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.store.DatabaseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The bundled PostgreSQL, running. It is stopped by {@link #close}; when this process is killed instead, the server
 * stays, loses nothing, and the next start on the same directory adopts it.
 */
public final class PostgresServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getPackageName());
    private static final int PASSWORD_BYTES = 24;
    private static final int NAME_BYTES = 8;

    private final PostgresOptions options;
    private final Cluster cluster;
    private final int port;
    private final Secret password;
    private final boolean adopted;

    private PostgresServer(PostgresOptions options, Cluster cluster, int port, Secret password, boolean adopted) {
        this.options = options;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
        this.adopted = adopted;
    }

    /**
     * Starts or adopts the server of a data directory and returns when it answers. The first start unpacks and
     * initializes (about 4 s on two cores), a later one takes about 0.2 s.
     *
     * @throws Refusal {@code data.not-reachable}, {@code data.no-account}, {@code data.no-binaries},
     *     {@code data.password-missing}, {@code data.password-wrong}
     * @throws IllegalStateException PostgreSQL failed; the text ends with its last lines
     */
    public static PostgresServer start(PostgresOptions options) {
        try {
            Account account =
                    Account.choose(Path.of("/etc/passwd"), options.data().postgres());
            Path binaries = binaries(options);
            Cluster cluster = new Cluster(options, account, binaries);
            cluster.initialize(random(options.random(), PASSWORD_BYTES));
            Secret password = new Secret(cluster.readPassword());
            PostgresServer server =
                    adopt(cluster, password, options).orElseGet(() -> fresh(cluster, password, options));
            OlderBinaries.beside(binaries).sweep();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path binaries(PostgresOptions options) {
        return Binaries.in(options.cacheDirectory(), options.data().root(), random(options.random(), NAME_BYTES));
    }

    private static Optional<PostgresServer> adopt(Cluster cluster, Secret password, PostgresOptions options)
            throws IOException {
        Optional<PostmasterFile> running = PostmasterFile.read(cluster.directory());
        if (running.isEmpty()) {
            return Optional.empty();
        }
        PostmasterFile live = running.get();
        boolean usable = !(options.durable() && cluster.lastStartedNotDurable());
        if (usable && Probe.of(live.port(), password).answersWhile(live.process())) {
            LOG.log(System.Logger.Level.INFO, "postgres.adopted process={0} port={1}", pid(live), port(live));
            return Optional.of(new PostgresServer(options, cluster, live.port(), password, true));
        }
        if (live.process().isAlive()) {
            LOG.log(System.Logger.Level.INFO, "postgres.restarting process={0} port={1}", pid(live), port(live));
            cluster.stop();
        }
        return Optional.empty();
    }

    /**
     * How to log on to the server of a data directory that runs now, whoever holds that directory; empty when none
     * runs. Changes nothing.
     *
     * @throws Refusal {@code data.password-missing}, {@code data.not-readable} another user's directory
     */
    public static Optional<DatabaseOptions> running(Path root, int connectionsMax) {
        try {
            Optional<PostmasterFile> live = Files.isDirectory(root)
                    ? PostmasterFile.find(root.toRealPath().resolve("postgres"))
                    : Optional.empty();
            if (live.isEmpty()) {
                return Optional.empty();
            }
            Secret password = new Secret(Cluster.readPassword(root));
            return Optional.of(new DatabaseOptions(
                    Probe.url(live.get().port(), Cluster.NAME), Cluster.NAME, password, connectionsMax));
        } catch (IOException | UncheckedIOException notReadable) {
            throw new Refusal(
                    "data.not-readable",
                    "The data directory " + root + " cannot be read (" + notReadable.getMessage()
                            + "): run this as the user who runs the server.");
        }
    }

    private static PostgresServer fresh(Cluster cluster, Secret password, PostgresOptions options) {
        try {
            if (options.durable() && cluster.lastStartedNotDurable()) {
                cluster.makeDurable();
            }
            PostgresServer server =
                    new PostgresServer(options, cluster, cluster.start(Cluster::freePort), password, false);
            try {
                Probe.of(server.port, password).requireDatabase();
            } catch (SQLException | RuntimeException unusable) {
                cluster.stop();
                throw new IllegalStateException("PostgreSQL started but does not answer", unusable);
            }
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address for JDBC: loopback, the one database. */
    public String jdbcUrl() {
        return Probe.url(port, Cluster.NAME);
    }

    /** The user to log on as, a superuser of this server only. */
    public String user() {
        return Cluster.NAME;
    }

    /** That user's password. */
    public Secret password() {
        return password;
    }

    /** True when the server had survived an earlier process of ours. */
    public boolean adopted() {
        return adopted;
    }

    /** The server's process id; empty once it is gone. */
    public Optional<Long> processId() {
        return PostmasterFile.read(cluster.directory())
                .map(file -> file.process().pid());
    }

    /**
     * Starts the server again, on its port, when it ends without {@link #close}: looks each second, and goes on trying
     * while it
     * does not start. Running the result ends that; do so before this is closed.
     */
    public Runnable kept() {
        return new Watch(this::revive)::close;
    }

    private void revive() {
        try {
            if (processId().isEmpty()) {
                LOG.log(System.Logger.Level.WARNING, "postgres.ended port={0} action=restart", String.valueOf(port));
                Path there = binaries(options);
                LOG.log(System.Logger.Level.DEBUG, "postgres.binaries directory={0}", there);
                cluster.start(() -> port);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException failed) {
            LOG.log(System.Logger.Level.WARNING, "postgres.does-not-start reason={0}", failed.getMessage());
        }
    }

    /** Stops the server and waits for its end; one that is gone already is no failure. */
    @Override
    public void close() {
        if (processId().isPresent()) {
            cluster.stop();
        }
    }

    private static String random(RandomGenerator generator, int length) {
        byte[] bytes = new byte[length];
        generator.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String pid(PostmasterFile file) {
        return String.valueOf(file.process().pid());
    }

    private static String port(PostmasterFile file) {
        return String.valueOf(file.port());
    }
}
