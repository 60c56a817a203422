package dev.slipway.contract;

import static dev.slipway.contract.PeopleTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.backup.Backup;
import dev.slipway.base.store.backup.Manifest;
import dev.slipway.base.store.backup.Restore;
import dev.slipway.base.store.backup.SealedKey;
import dev.slipway.base.store.files.ArtifactFiles;
import dev.slipway.base.store.ledger.JdbcLedger;
import dev.slipway.fake.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Secret PASSPHRASE = new Secret("correct horse");

    @TempDir
    Path directory;

    @AutoClose
    private final House house = new House();

    private Everything all;
    private ArtifactBytes artifacts;
    private ArtifactDigest digest;
    private Path file;

    @BeforeEach
    void open() throws Exception {
        all = Everything.of(house);
        artifacts = files("artifacts");
        digest = artifacts.put(new ByteArrayInputStream("bytes".getBytes(StandardCharsets.UTF_8)), 100);
        file = directory.resolve("backup.zip");
        house.change(all::add);
        house.change(stores -> stores.releases().replace(release()));
    }

    private ArtifactBytes files(String name) throws IOException {
        return new ArtifactFiles(Files.createDirectory(directory.resolve(name)), InstantSource.fixed(House.NOON));
    }

    /** The release of everything, with bytes that are there. */
    private Release release() {
        Release release = all.release();
        Artifact artifact = new Artifact(digest.sha256(), digest.length(), "text/plain", "a.txt");
        return new Release(
                release.id(),
                release.application(),
                release.version(),
                release.state(),
                List.of(new ReleaseArtifact("any", "files", artifact)),
                release.signed());
    }

    @Test
    void every_table_is_in_a_backup_or_left_out_by_name() {
        List<String> tables = house.jdbi().withHandle(handle -> handle.createQuery(
                        "select tablename from pg_tables where schemaname = current_schema()")
                .mapTo(String.class)
                .list());
        List<String> kept = write(Optional.empty()).tables().stream()
                .map(Manifest.Table::name)
                .toList();
        assertThat(tables)
                .hasSize(kept.size() + 8)
                .containsAll(kept)
                .contains("change_log", "device_document", "request_log", "schema_step", "job")
                .contains("sip_server", "sip_credential", "webhook_call");
    }

    @Test
    void what_was_backed_up_comes_back() throws Exception {
        Manifest written = write(Optional.empty());
        ArtifactBytes fresh = files("fresh");
        try (Database database = Database.open(TestDatabase.fresh())) {
            assertThat(new Restore(database, fresh, house.box).read(file)).isEqualTo(written);
            JdbcLedger ledger = new JdbcLedger(database.jdbi(), house.box);
            assertThat(ledger.lookups().tenants())
                    .isEqualTo(house.ledger.lookups().tenants());
            ledger.read(house.tenant, stores -> {
                assertThat(stores.accounts().find(all.account().id())).contains(all.account());
                assertThat(stores.releases().find(release().id())).contains(release());
                assertThat(stores.profiles().find(all.profile().id())).contains(all.profile());
                assertThat(stores.gateways().find(all.gateway().id())).contains(all.gateway());
                assertThat(stores.messages().find(all.message().id())).contains(all.message());
                assertThat(stores.journal().before(0, 100))
                        .isEqualTo(house.list(s -> s.journal().before(0, 100)));
                return true;
            });
            ledger.write(house.tenant, Actor.HOUSE, House.ACT, stores -> true);
            assertThat(fresh.find(digest.sha256())).isPresent();
            assertRefused("restore.not-empty", () -> new Restore(database, fresh, house.box).read(file));
        }
    }

    @Test
    void a_backup_without_its_bytes_is_refused() {
        house.change(stores -> stores.releases().replace(all.release()));
        assertRefused("backup.artifact-missing", () -> write(Optional.empty()));
    }

    @Test
    void a_damaged_backup_leaves_the_database_empty() throws Exception {
        write(Optional.empty());
        byte[] bytes = Files.readAllBytes(file);
        int middle = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tables/journal.csv") + 30;
        bytes[middle] ^= 1;
        Files.write(file, bytes);
        try (Database database = Database.open(TestDatabase.fresh())) {
            assertRefused("restore.damaged", () -> new Restore(database, artifacts, house.box).read(file));
            assertThat(new JdbcLedger(database.jdbi(), house.box).lookups().tenants())
                    .isEmpty();
        }
    }

    @Test
    void the_key_is_in_it_only_under_a_passphrase() throws Exception {
        write(Optional.of(SealedKey.seal("the key", PASSPHRASE, new Random(1))));
        SealedKey key = Restore.key(file).orElseThrow();
        assertThat(key.open(PASSPHRASE)).isEqualTo("the key");
        assertRefused("restore.passphrase", () -> key.open(new Secret("wrong")));
        Files.delete(file);
        write(Optional.empty());
        assertThat(Restore.key(file)).isEmpty();
    }

    private Manifest write(Optional<SealedKey> key) {
        try {
            return new Backup(house.database(), artifacts).write(file, key);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
