package dev.slipway.bench;

import dev.slipway.base.identity.DerivedToken;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.identity.TokenSubject;
import dev.slipway.base.store.SecretKeys;
import dev.slipway.bench.machine.Ground;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data directory of a server that knows many phones and nothing else. The settings file of each has some 2.9 KB.
 *
 * @param paths of the files of some phones, spread over all of them
 * @param emptyBytes live heap of the server before they were there
 */
record PhoneFleet(BenchOptions options, Path data, List<String> paths, long emptyBytes) {
    /** Most of its file every snom phone gets. */
    private static final int SETTINGS = 4;

    PhoneFleet {
        paths = List.copyOf(paths);
    }

    /** Starts a server once, which makes keys and tenant, and writes the phones. */
    static PhoneFleet make(Ground ground, BenchOptions options) throws IOException, InterruptedException {
        Path data = ground.directory("phones");
        var unknown = new PhoneFleet(options, data, List.of(), 0);
        try (SlipwayServer server = unknown.start()) {
            List<String> settings = new ArrayList<>(List.of("profile", "set", "bench"));
            IntStream.range(0, SETTINGS)
                    .forEach(i ->
                            settings.addAll(List.of("--enforced", "snom.bench_key%02d=value %02d".formatted(i, i))));
            server.command("profile", "create", "bench", "--kind", "profile");
            server.command(settings.toArray(String[]::new));
            server.command("assignment", "create", "--profile", "bench", "--everyone");
        }
        long empty;
        try (SlipwayServer again = unknown.start()) {
            empty = again.liveBytes();
        }
        String sql = Seeding.text("phones.sql").replace(":devices", Integer.toString(options.devices()));
        return new PhoneFleet(options, data, Seeding.write(data, rows -> written(rows, sql, data)), empty);
    }

    /** A server on it; one at a time. */
    SlipwayServer start() throws IOException, InterruptedException {
        return SlipwayServer.start(SlipwayServer.java(options.java().toArray(String[]::new)), data);
    }

    private static List<String> written(Connection connection, String sql, Path data) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        TokenKey key = TokenKey.derivedFrom(
                SecretKeys.open(data.resolve("secrets.key"), new SecureRandom()).root());
        String first = "select tenant, device from device_address order by device limit ?";
        try (PreparedStatement select = connection.prepareStatement(first)) {
            select.setInt(1, Arena.WHOLE);
            return paths(key, select.executeQuery());
        }
    }

    /** Addresses as {@code core.enroll.address} derives them. */
    private static List<String> paths(TokenKey key, ResultSet rows) throws SQLException {
        List<String> paths = new ArrayList<>();
        while (rows.next()) {
            var subject = new TokenSubject("device-address", rows.getLong("tenant"), rows.getLong("device"), 1);
            paths.add("/d/" + DerivedToken.of(key, subject).text() + "/settings.xml");
        }
        return paths;
    }
}
