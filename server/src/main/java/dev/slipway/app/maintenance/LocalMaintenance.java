package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.store.DataDirectory;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.DatabaseOptions;
import dev.slipway.base.store.backup.Backup;
import dev.slipway.base.store.backup.Manifest;
import dev.slipway.base.store.backup.Restore;
import dev.slipway.base.store.backup.SealedKey;
import dev.slipway.base.store.files.ArtifactFiles;
import dev.slipway.base.store.postgres.PostgresOptions;
import dev.slipway.base.store.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maintenance of a data directory on this machine. */
public final class LocalMaintenance implements Maintenance {
    private static final int CONNECTIONS = 2;

    private final Map<String, String> environment;
    private final SecureRandom random = new SecureRandom();

    /** In a process with these variables. */
    public LocalMaintenance(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Summary backup(Path data, Path file, Optional<Secret> passphrase) {
        return in(data, (directory, database, artifacts) -> {
            Optional<SealedKey> key = passphrase.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SealedKey.seal(Files.readString(directory.secretsKey()), passphrase.get(), random));
            return summary(new Backup(database.jdbi(), artifacts).write(file, key));
        });
    }

    @Override
    public Summary restore(Path data, Path file, Optional<Secret> passphrase) {
        return in(
                data, (directory, database, artifacts) -> summary(new Restore(database.jdbi(), artifacts).read(file)));
    }

    @Override
    public List<Finding> examine(Path data) {
        Finding database = in(
                data,
                (directory, opened, artifacts) -> new Finding("database", true, "answers, and its schema is current"));
        return List.of(database);
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(DataDirectory directory, Database database, ArtifactFiles artifacts) throws IOException;
    }

    private <T> T in(Path data, Work<T> work) {
        Path cache = PostgresOptions.usualCache(environment);
        try (DataDirectory directory = DataDirectory.open(data);
                PostgresServer postgres = PostgresServer.start(new PostgresOptions(directory, cache, true, random));
                Database database = Database.open(
                        new DatabaseOptions(postgres.jdbcUrl(), postgres.user(), postgres.password(), CONNECTIONS))) {
            return work.in(directory, database, new ArtifactFiles(directory.artifacts(), InstantSource.system()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Summary summary(Manifest manifest) {
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        return new Summary(rows, manifest.artifacts().size());
    }
}
