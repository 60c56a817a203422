package dev.slipway.base.store.postgres;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a server of ours whether it answers with our password, and gives it its database.
 *
 * @param port where it listens on the loopback
 * @param password of the user {@value Cluster#NAME}
 */
record Probe(int port, Secret password) {
    /** A server recovering after a crash says "starting up" for a while; then it is stopped and started again. */
    private static final int QUESTIONS_MAX = 200;

    private static final long BETWEEN_MS = 25;

    // PostgreSQL 18, appendix A.
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String CLASS_WRONG_PASSWORD = "28";

    static Probe of(int port, Secret password) {
        return new Probe(port, password);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Asks until the server answers or ends, at most 5 s; false when it is of no use. */
    boolean answersWhile(ProcessHandle process) {
        for (int question = 0; question < QUESTIONS_MAX && process.isAlive(); question++) {
            try {
                requireDatabase();
                return true;
            } catch (SQLException failure) {
                if (!CANNOT_CONNECT_NOW.equals(failure.getSQLState())) {
                    return false;
                }
                endedSoon(process.onExit());
            }
        }
        return false;
    }

    /** Connects; a first start has no database yet, then it is created. */
    void requireDatabase() throws SQLException {
        try (Connection connection = connect(Cluster.NAME)) {
            connection.isValid(1);
        } catch (SQLException failure) {
            String state = Objects.requireNonNullElse(failure.getSQLState(), "");
            if (state.startsWith(CLASS_WRONG_PASSWORD)) {
                throw new Refusal(
                        "data.password-wrong",
                        "The bundled PostgreSQL does not take the password in postgres.password:"
                                + " bring the file back that belongs to this directory.");
            }
            if (!state.equals(UNKNOWN_DATABASE)) {
                throw failure;
            }
            try (Connection connection = connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + Cluster.NAME);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.NAME);
        properties.setProperty("password", password.reveal());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "5");
        return DriverManager.getConnection(url(port, database), properties);
    }

    /** Waits a moment for the server's end, which is the one event that makes asking again pointless. */
    private static void endedSoon(CompletableFuture<ProcessHandle> end) {
        try {
            end.get(BETWEEN_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            end.cancel(false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL starts", stopped);
        }
    }
}
