package dev.slipway.fake;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.store.DataDirectory;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.DatabaseOptions;
import dev.slipway.base.store.postgres.PostgresOptions;
import dev.slipway.base.store.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * One real PostgreSQL for all tests of a JVM, started at the first use, stopped when the JVM ends. Every caller gets a
 * database of its own, copied from a template that holds the current schema (about 30 ms).
 */
public final class TestDatabase {
    private static final int CONNECTIONS = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** Options of a fresh database with the current schema. */
    public static DatabaseOptions fresh() {
        return copyOf("current");
    }

    /** Options of a fresh database without any table. */
    public static DatabaseOptions empty() {
        return copyOf("template0");
    }

    /** Returns when a transaction on this server waits for a row that another one holds. */
    public static void untilSomebodyWaits(Database database) {
        while (!isAnybodyWaiting(database)) {
            Thread.onSpinWait();
        }
    }

    /** Whether a transaction on this server waits for a row that another one holds. */
    public static boolean isAnybodyWaiting(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select exists (select from pg_locks where not granted)")
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The statements that {@code work} sends to this database. */
    public static List<String> statements(Database database, Runnable work) {
        List<String> sent = new CopyOnWriteArrayList<>();
        SqlLogger before = database.jdbi().getConfig(SqlStatements.class).getSqlLogger();
        database.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                sent.add(context.getRenderedSql());
            }
        });
        work.run();
        database.jdbi().setSqlLogger(before);
        return List.copyOf(sent);
    }

    private static DatabaseOptions copyOf(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        Shared.SERVER.execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY file_copy");
        return Shared.SERVER.options(name);
    }

    /** Initialized by the first use, once, also when two tests come together. */
    private static final class Shared {
        static final Shared SERVER = new Shared();

        private final PostgresServer server;

        private Shared() {
            try {
                Path directory = Files.createTempDirectory("slipway-test-");
                DataDirectory data = DataDirectory.open(directory);
                server = PostgresServer.start(new PostgresOptions(
                        data, PostgresOptions.usualCache(System.getenv()), false, new SecureRandom()));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            execute("CREATE DATABASE current TEMPLATE template0");
            Database.open(options("current")).close();
        }

        private void stop(DataDirectory data) {
            server.close();
            data.close();
            try (Stream<Path> paths = Files.walk(data.root())) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void execute(String sql) {
            try (var connection = DriverManager.getConnection(
                            server.jdbcUrl(), server.user(), server.password().reveal());
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(sql, failure);
            }
        }

        private DatabaseOptions options(String database) {
            String url = server.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
            Secret password = server.password();
            return new DatabaseOptions(url, server.user(), password, CONNECTIONS);
        }
    }
}
