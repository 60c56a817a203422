package dev.slipway.bench;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.identity.HashQueue;
import dev.slipway.base.identity.Passwords;
import dev.slipway.base.store.DataDirectory;
import dev.slipway.base.store.postgres.PostgresOptions;
import dev.slipway.base.store.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * A fleet of devices written straight into the tables of a server that does not run: each with a user, that user in one
 * of 100 groups, a token, and a document that holds. Tokens and ETags follow from a device's number.
 */
record Seeding(Path data, int devices) {
    /** Password of the users of the first devices. */
    static final String PASSWORD = "correct horse battery";

    /** Token of the device of that number. */
    static String token(int device) {
        return "bench-device-token-%024d".formatted(device);
    }

    /** ETag of its document, in quotes. */
    static String etag(int device) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(token(device).getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(md5) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** Writes it. */
    void run() throws IOException {
        String sql = text("seed.sql")
                .replace(":credential", "'" + credential() + "'")
                .replace(":devices", Integer.toString(devices))
                .replace(":whole", Integer.toString(Arena.WHOLE));
        write(data, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Work on tables. */
    @FunctionalInterface
    interface Writing<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does it in one transaction of the database of a server that does not run. */
    static <T> T write(Path data, Writing<T> work) throws IOException {
        var cache = PostgresOptions.usualCache(System.getenv());
        try (DataDirectory directory = DataDirectory.open(data);
                PostgresServer postgres =
                        PostgresServer.start(new PostgresOptions(directory, cache, false, new SecureRandom()));
                Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), postgres.user(), postgres.password().reveal());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            T done = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
            return done;
        } catch (SQLException e) {
            throw new IOException("the fleet could not be written", e);
        }
    }

    private static String credential() {
        InstantSource still = () -> Instant.EPOCH;
        return new Passwords(new HashQueue(1, still), new SecureRandom()).hash(new Secret(PASSWORD));
    }

    /** Tokens and ETags for wrk, device {@code from} to before {@code to}; {@code "-"} where none is to be sent. */
    static Path requests(Path file, int from, int to, boolean withEtag) throws IOException {
        var lines = new StringBuilder();
        for (int device = from; device < to; device++) {
            lines.append(token(device))
                    .append(' ')
                    .append(withEtag ? etag(device) : "-")
                    .append('\n');
        }
        return Files.writeString(file, lines);
    }

    /** A text that stands beside this class. */
    static String text(String name) throws IOException {
        try (InputStream bytes = Seeding.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException(name + " is missing");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
