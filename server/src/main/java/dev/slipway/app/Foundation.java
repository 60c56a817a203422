package dev.slipway.app;

import dev.slipway.app.config.Config;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.store.DataDirectory;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.DatabaseOptions;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.SecretKeys;
import dev.slipway.base.store.files.ArtifactFiles;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.base.store.postgres.PostgresOptions;
import dev.slipway.base.store.postgres.PostgresServer;
import dev.slipway.core.settings.catalog.KeyCatalog;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What the house stands on: the locked data directory, PostgreSQL, the schema, the ledger and the artifact files.
 */
record Foundation(
        DataDirectory data, Database database, JdbcRooms rooms, ArtifactFiles artifacts, TokenKey addressKey) {

    /** Starts it all, in this order; what is started is noted in {@code started}, also when a later part fails. */
    static Foundation start(ServerOptions options, Config config, Chance chance, Started started) {
        DataDirectory data = DataDirectory.open(options.data());
        started.ending(data::close);
        Database database = Database.open(database(options, config, chance, data, started));
        started.ending(database::close);
        SecretKeys keys = SecretKeys.open(config.storage().secretsKeyFile().orElse(data.secretsKey()), chance.random());
        SecretBox secrets = new SecretBox(keys, chance.random());
        ArtifactFiles artifacts = new ArtifactFiles(data.artifacts(), chance.clock());
        JdbcRooms rooms = JdbcRooms.of(database, secrets, KeyCatalog.with()::isSecret);
        return new Foundation(data, database, rooms, artifacts, TokenKey.derivedFrom(keys.root()));
    }

    /** Time and chance, passed on to everything that needs them. */
    record Chance(SecureRandom random, InstantSource clock) {}

    private static DatabaseOptions database(
            ServerOptions options, Config config, Chance chance, DataDirectory data, Started started) {
        Config.Database own = config.database();
        if (own.url().isPresent()) {
            return new DatabaseOptions(own.url().get(), own.user(), own.password(), own.connectionsMax());
        }
        PostgresServer bundled = PostgresServer.start(new PostgresOptions(
                data, PostgresOptions.usualCache(options.environment()), options.durable(), chance.random()));
        started.ending(bundled::close);
        started.ending(bundled.kept());
        Secret password = bundled.password();
        return new DatabaseOptions(bundled.jdbcUrl(), bundled.user(), password, own.connectionsMax());
    }
}
