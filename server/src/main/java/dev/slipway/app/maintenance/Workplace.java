package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance.Installation;
import dev.slipway.app.config.Config;
import dev.slipway.app.config.ConfigFile;
import dev.slipway.app.config.ConfigValues;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.store.DataDirectory;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.DatabaseOptions;
import dev.slipway.base.store.files.ArtifactFiles;
import dev.slipway.base.store.postgres.PostgresOptions;
import dev.slipway.base.store.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Opens database and artifacts of an installation for one piece of work, and closes them again.
 *
 * @param data the data directory
 * @param config what the server is told
 * @param means what the process has
 */
record Workplace(Path data, Config config, Means means) {
    private static final int CONNECTIONS = 2;

    /** Variables of the process, chance and time. */
    record Means(Map<String, String> environment, SecureRandom random, InstantSource clock) {}

    /** Work on an open database and its artifacts. */
    @FunctionalInterface
    interface Work<T> {
        T in(Database database, ArtifactBytes artifacts) throws IOException;
    }

    /** The place that a server would work in when it was started so; refuses what the server would refuse. */
    static Workplace of(Installation installation, Means means) {
        Map<String, String> file = installation.config().map(ConfigFile::read).orElse(Map.of());
        Config config = Config.of(ConfigValues.of(file, means.environment(), installation.set()));
        return new Workplace(installation.data().toAbsolutePath(), config, means);
    }

    /** The file with the key of secrets. */
    Path secretsKey() {
        return config.storage().secretsKeyFile().orElse(data.resolve("secrets.key"));
    }

    /** How to reach a database that answers without our help: an own one, or that of a running server. */
    Optional<DatabaseOptions> answering() {
        return own().or(() -> PostgresServer.running(data, CONNECTIONS));
    }

    private Optional<DatabaseOptions> own() {
        Config.Database own = config.database();
        return own.url().map(url -> new DatabaseOptions(url, own.user(), own.password(), CONNECTIONS));
    }

    /** Beside the server when there is one, changing nothing; else as {@link #write}. */
    <T> T read(Work<T> work) throws IOException {
        Optional<DatabaseOptions> answering = answering();
        if (answering.isEmpty()) {
            return write(work);
        }
        try (Database database = Database.attach(answering.get())) {
            return work.in(database, ArtifactFiles.heldByAnother(data.resolve("artifacts"), means.clock()));
        }
    }

    /** With the data directory held, so that no server runs on it, and the bundled PostgreSQL started if it is used. */
    <T> T write(Work<T> work) throws IOException {
        try (DataDirectory held = DataDirectory.open(data)) {
            ArtifactFiles artifacts = new ArtifactFiles(held.artifacts(), means.clock());
            Optional<DatabaseOptions> own = own();
            if (own.isPresent()) {
                return opened(own.get(), artifacts, work);
            }
            Path cache = PostgresOptions.usualCache(means.environment());
            try (PostgresServer bundled =
                    PostgresServer.start(new PostgresOptions(held, cache, true, means.random()))) {
                return opened(
                        new DatabaseOptions(bundled.jdbcUrl(), bundled.user(), bundled.password(), CONNECTIONS),
                        artifacts,
                        work);
            }
        }
    }

    private static <T> T opened(DatabaseOptions options, ArtifactBytes artifacts, Work<T> work) throws IOException {
        try (Database database = Database.open(options)) {
            return work.in(database, artifacts);
        }
    }
}
