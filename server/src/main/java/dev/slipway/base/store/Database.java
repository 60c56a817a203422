package dev.slipway.base.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.base.fleet.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An open database with a current schema. Everything that waits for it is bounded, so a dead or frozen database turns
 * into a 503 quickly (reference scale: 304 and 200 come from memory meanwhile).
 */
public final class Database implements AutoCloseable {
    /** Longest wait for a connection, to open one, and to find that one is dead. */
    static final Duration WAIT_MAX = Duration.ofSeconds(2);

    /** Longest statement, by the server's clock; a slower one is a mistake of ours or a dead database. */
    static final Duration STATEMENT_MAX = Duration.ofSeconds(10);

    /** Longest silence on a socket, for the database that no longer measures time; longer than a statement. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    private static final SchemaSteps OWN_STEPS = new SchemaSteps("dev/slipway/base/store/db");

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects and brings the schema up to date, which costs one query when it is already.
     *
     * @throws Refusal {@code data.unreachable} no connection within 2 s; {@code data.newer} written by a newer Slipway
     * @throws org.flywaydb.core.api.FlywayException a schema step failed; it left nothing of itself
     */
    public static Database open(DatabaseOptions options) {
        return open(options, OWN_STEPS);
    }

    /**
     * Connects to a database that others work with, and changes nothing of its schema.
     *
     * @throws Refusal {@code data.unreachable}, {@code data.newer}, {@code data.older}
     */
    public static Database attach(DatabaseOptions options) {
        try (Connection connection = connected(options)) {
            OWN_STEPS.require(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("the schema cannot be looked at", failure);
        }
        return new Database(new HikariDataSource(pool(options)));
    }

    static Database open(DatabaseOptions options, SchemaSteps steps) {
        try (Connection connection = connected(options)) {
            steps.bring(connection, patient(options));
        } catch (SQLException failure) {
            throw new IllegalStateException("the schema cannot be brought up to date", failure);
        }
        return new Database(new HikariDataSource(pool(options)));
    }

    /** SQL with names, for the stores. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** The pool itself, for libraries that take one. */
    public DataSource dataSource() {
        return pool;
    }

    /** The database's clock. */
    public Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select clock_timestamp()")
                .mapTo(Instant.class)
                .one());
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Connection connected(DatabaseOptions options) {
        try {
            return quick(options).getConnection();
        } catch (SQLException failure) {
            throw new Refusal(
                    "data.unreachable",
                    "The database " + withoutQuery(options.url()) + " does not let " + options.user() + " in ("
                            + failure.getMessage() + "): check database.url, its user and its password.");
        }
    }

    /** The part behind the question mark may hold a password. */
    private static String withoutQuery(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    /** One connection at a time, without a limit on time once it stands: a schema step takes as long as it needs. */
    private static PGSimpleDataSource patient(DatabaseOptions options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(options.url());
        source.setUser(options.user());
        source.setPassword(options.password().reveal());
        source.setConnectTimeout((int) WAIT_MAX.toSeconds());
        source.setLoginTimeout((int) WAIT_MAX.toSeconds());
        source.setApplicationName("slipway");
        source.setTcpKeepAlive(true);
        return source;
    }

    /** Our statements touch few rows: compiling one would cost a hundred times what it takes to run. */
    private static PGSimpleDataSource quick(DatabaseOptions options) {
        PGSimpleDataSource source = patient(options);
        source.setSocketTimeout((int) SILENCE_MAX.toSeconds());
        source.setOptions("-c statement_timeout=" + STATEMENT_MAX.toMillis() + " -c jit=off");
        return source;
    }

    private static HikariConfig pool(DatabaseOptions options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("slipway");
        config.setDataSource(quick(options));
        config.setMaximumPoolSize(options.connectionsMax());
        config.setMinimumIdle(Math.min(2, options.connectionsMax()));
        config.setConnectionTimeout(WAIT_MAX.toMillis());
        config.setValidationTimeout(WAIT_MAX.toMillis() / 2);
        config.setInitializationFailTimeout(-1);
        return config;
    }
}
