package dev.slipway.base.store.postgres;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.store.OwnerOnly;
import dev.slipway.base.wire.data.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntSupplier;

/**
 * One database directory and the programs that work on it: initialize, start, stop. Each step leaves either the state
 * before or the state after, whenever it is cut: the directory gets its name only when {@code initdb} is done.
 */
final class Cluster {
    private static final System.Logger LOG = System.getLogger(Cluster.class.getPackageName());

    /** The superuser of the bundled server and the name of its one database. */
    static final String NAME = "slipway";

    /** Ports are taken by others between our choice and the start, and orphans of a killed server need a moment. */
    private static final int ATTEMPTS_MAX = 20;

    /** A log of a quiet server grows by some lines per start; past this size the start begins a new one. */
    private static final long LOG_BYTES_MAX = 8L << 20;

    /** Each first start has a directory of its own: the {@code initdb} of a killed one may still be writing. */
    private static final String UNFINISHED = "postgres.new";

    private static final String NOT_DURABLE = "fsync = off";

    private final PostgresOptions options;
    private final Account account;
    private final Path bin;
    private final Commands commands;

    Cluster(PostgresOptions options, Account account, Path binaries) {
        this.options = options;
        this.account = account;
        this.bin = binaries.resolve("bin");
        this.commands = new Commands(account.prefix(), log());
    }

    Path directory() {
        return options.data().postgres();
    }

    private Path log() {
        return options.data().root().resolve("postgres.log");
    }

    private Path password() {
        return password(options.data().root());
    }

    private static Path password(Path root) {
        return root.resolve("postgres.password");
    }

    private String tool(String name) {
        return bin.resolve(name).toString();
    }

    /** Creates the directory when it is missing. The password file comes first, so no directory is without one. */
    void initialize(String newPassword) throws IOException {
        freshLog();
        if (Files.isDirectory(directory())) {
            requireReach(directory());
            return;
        }
        if (!Files.exists(password())) {
            OwnerOnly.write(password(), newPassword + "\n");
            account.own(password());
        }
        Path unfinished = Files.createTempDirectory(options.data().root(), UNFINISHED);
        account.own(unfinished);
        requireReach(unfinished);
        commands.require(
                tool("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + NAME,
                "--pwfile=" + password(),
                "--auth=scram-sha-256",
                // Iterations slow down who guesses a password; ours is drawn at random, and a start logs on three
                // times.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                options.durable() ? "--data-checksums" : "--no-sync");
        Files.move(unfinished, directory(), StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.force(options.data().root());
        sweep();
    }

    /** What killed first starts left; one whose {@code initdb} still runs goes the next time. */
    private void sweep() throws IOException {
        try (var leftovers = Files.newDirectoryStream(options.data().root(), UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                try {
                    Binaries.remove(leftover);
                } catch (IOException | UncheckedIOException busy) {
                    LOG.log(System.Logger.Level.DEBUG, "postgres.leftover directory={0} reason={1}", leftover, busy);
                }
            }
        }
    }

    /** The password kept since the first start. */
    String readPassword() throws IOException {
        return readPassword(options.data().root());
    }

    /** The same for a data directory that somebody else holds. */
    static String readPassword(Path root) throws IOException {
        Path password = password(root);
        if (!Files.exists(password)) {
            throw new Refusal(
                    "data.password-missing",
                    "The file " + password + " is gone, so nobody can log on to the database beside it:"
                            + " bring it back from where the directory was copied.");
        }
        return Files.readString(password).strip();
    }

    /**
     * Starts the server on one of {@code ports} and returns it; another is tried when one is taken. {@code pg_ctl}
     * looks
     * for the server ten times a second, which is most of a start, so we look ourselves and leave it behind.
     */
    int start(IntSupplier ports) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            configure(port);
            var outcome = commands.runUntil(
                    () -> PostmasterFile.isReady(directory()),
                    tool("pg_ctl"),
                    "start",
                    "-w",
                    "-t",
                    "100",
                    "-D",
                    directory().toString(),
                    "-l",
                    log().toString());
            if (outcome.exit() == 0) {
                return port;
            }
            boolean passing = outcome.lastLines().contains("Address already in use")
                    || outcome.lastLines().contains("still in use");
            if (!passing || attempt == ATTEMPTS_MAX) {
                throw new IllegalStateException("PostgreSQL does not start: " + outcome.lastLines());
            }
        }
    }

    /** Ends all sessions, writes everything out and waits for the end of the server. */
    void stop() {
        commands.require(
                tool("pg_ctl"),
                "stop",
                "-m",
                "fast",
                "-w",
                "-t",
                "60",
                "-D",
                directory().toString());
    }

    /** True when the server was last started, by {@code try}, so that a power cut could lose what it acknowledged. */
    boolean lastStartedNotDurable() throws IOException {
        return Files.readString(configuration()).contains(NOT_DURABLE);
    }

    /** Puts on disk what a server that did not wait for it has written. */
    void makeDurable() {
        commands.require(tool("initdb"), "--sync-only", "--pgdata=" + directory());
    }

    private Path configuration() {
        return directory().resolve("postgresql.conf");
    }

    private void configure(int port) throws IOException {
        String fixed = DataFile.text(Cluster.class, "postgresql.conf");
        String durable = options.durable() ? "" : NOT_DURABLE + "\nsynchronous_commit = off\nfull_page_writes = off\n";
        OwnerOnly.write(configuration(), fixed + "port = " + port + "\n" + durable);
        account.own(configuration());
    }

    private void freshLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_BYTES_MAX) {
            Files.move(log(), log().resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log())) {
            Files.createFile(log(), OwnerOnly.FILE);
            account.own(log());
        }
    }

    private void requireReach(Path database) {
        for (String[] test : new String[][] {{"-w", database.toString()}, {"-x", tool("postgres")}}) {
            if (account.switched() && commands.run("test", test[0], test[1]).exit() != 0) {
                throw new Refusal(
                        "data.not-reachable",
                        "The user " + account.name() + ", who runs the bundled PostgreSQL, cannot reach " + test[1]
                                + ": choose another directory with --data (/var/lib/slipway is usual),"
                                + " or open every directory above it (chmod o+x).");
            }
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
