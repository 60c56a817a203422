package dev.slipway.base.store.backup;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.ledger.JdbcSigningKeys;
import dev.slipway.base.store.sql.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * Brings a backup into an empty database with a current schema: all of it, checked row by row and byte by byte, or
 * nothing.
 */
public final class Restore {
    /** Larger than any manifest and any key file we write: 100 tables of 100 columns. */
    private static final int SMALL_BYTES_MAX = 64 << 20;

    private final Jdbi jdbi;
    private final ArtifactBytes artifacts;
    private final SecretBox secrets;

    /** A restore into this database and these artifacts, whose secrets this box opens. */
    public Restore(Database database, ArtifactBytes artifacts, SecretBox secrets) {
        this.jdbi = database.jdbi();
        this.artifacts = artifacts;
        this.secrets = secrets;
    }

    /**
     * Reads a backup file.
     *
     * @throws Refusal {@code restore.not-empty} the database holds a tenant; {@code restore.newer} the backup is of a
     *     newer schema; {@code restore.damaged} the file is not what was written; {@code secrets.key-missing} its
     *     signing keys were sealed with another key of secrets
     * @throws IOException there is no such file
     */
    public Manifest read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Handle handle = jdbi.open()) {
            Manifest manifest = Manifest.parse(small(zip, Manifest.ENTRY));
            handle.begin();
            handle.execute("set local statement_timeout = 0");
            requireRoom(handle, manifest);
            for (String hash : manifest.artifacts()) {
                artifact(zip, hash);
            }
            for (Manifest.Table table : manifest.tables()) {
                table(handle, zip, table);
            }
            JdbcSigningKeys.requireReadable(handle, secrets);
            handle.execute("select setval(pg_get_serial_sequence('journal', 'serial'),"
                    + " (select coalesce(max(serial), 0) + 1 from journal), false)");
            doubtMessages(handle);
            handle.commit();
            return manifest;
        } catch (ZipException failure) {
            throw damaged(file.getFileName() + " (" + failure.getMessage() + ")");
        }
    }

    /** What waited when the backup was made was most likely sent since: whoever knows may send it again. */
    private static void doubtMessages(Handle handle) {
        handle.execute("update message set state = 'unknown', reason = 'waited when the restored backup was made'"
                + " where state in ('queued', 'sending')");
    }

    /** The key of secrets, when the backup has it. */
    public static Optional<SealedKey> key(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(SealedKey.ENTRY) == null
                    ? Optional.empty()
                    : Optional.of(new SealedKey(small(zip, SealedKey.ENTRY)));
        }
    }

    private static void requireRoom(Handle handle, Manifest manifest) {
        handle.execute("lock table tenant in exclusive mode");
        if (!new Sql(handle, "select id from tenant limit 1")
                .list(row -> row.number("id"))
                .isEmpty()) {
            throw new Refusal(
                    "restore.not-empty", "This database holds a tenant already: restore into a new, empty one.");
        }
        int schema = Tables.schema(handle);
        if (manifest.schema() > schema) {
            throw new Refusal(
                    "restore.newer",
                    "The backup is of schema step " + manifest.schema() + " and this Slipway knows " + schema
                            + ": take the version that wrote it.");
        }
    }

    private static void table(Handle handle, ZipFile zip, Manifest.Table table) throws IOException {
        if (!Tables.ALL.contains(table.name())) {
            throw damaged(table.name());
        }
        try (DigestInputStream csv = new DigestInputStream(open(zip, table.entry()), Backup.sha256())) {
            long rows = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(Tables.copyIn(table), csv);
            String hash = HexFormat.of().formatHex(csv.getMessageDigest().digest());
            if (rows != table.rows() || !hash.equals(table.sha256())) {
                throw damaged(table.entry());
            }
        } catch (SQLException failure) {
            throw damaged(table.entry() + " (" + failure.getMessage() + ")");
        }
    }

    private void artifact(ZipFile zip, String hash) throws IOException {
        ZipEntry entry = entry(zip, "artifacts/" + hash);
        try (InputStream bytes = zip.getInputStream(entry)) {
            artifacts.put(bytes, new ArtifactDigest(hash, entry.getSize()));
        }
    }

    private static byte[] small(ZipFile zip, String name) throws IOException {
        try (InputStream bytes = open(zip, name)) {
            byte[] all = bytes.readNBytes(SMALL_BYTES_MAX + 1);
            if (all.length > SMALL_BYTES_MAX) {
                throw damaged(name);
            }
            return all;
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(entry(zip, name));
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        return Optional.ofNullable(zip.getEntry(name)).orElseThrow(() -> damaged(name));
    }

    private static Refusal damaged(String part) {
        return new Refusal("restore.damaged", "The backup is damaged at " + part + ": take another one.");
    }
}
