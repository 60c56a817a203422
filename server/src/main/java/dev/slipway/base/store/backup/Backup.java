package dev.slipway.base.store.backup;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.OwnerOnly;
import dev.slipway.base.store.sql.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * Writes a backup: all tables as of one moment, while the server goes on, then the artifacts they refer to.
 */
public final class Backup {
    private final Jdbi jdbi;
    private final ArtifactBytes artifacts;

    /** A backup of this database and these artifacts. */
    public Backup(Database database, ArtifactBytes artifacts) {
        this.jdbi = database.jdbi();
        this.artifacts = artifacts;
    }

    /**
     * Writes a new file, durably. It gets its name when it is complete; a cut run leaves {@code FILE.part}, which the
     * next one replaces.
     *
     * @param key the key of secrets, sealed under a passphrase; empty to leave it out
     * @throws Refusal {@code backup.exists} the file is there already; {@code backup.artifact-missing} a release refers
     *     to bytes that are not there
     * @throws IOException the file cannot be written
     */
    public Manifest write(Path file, Optional<SealedKey> key) throws IOException {
        if (Files.exists(file)) {
            throw new Refusal("backup.exists", "There is a file " + file + " already: choose another name.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Manifest manifest = writePart(part, key);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.force(file.toAbsolutePath().resolveSibling("."));
        return manifest;
    }

    private Manifest writePart(Path file, Optional<SealedKey> key) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OwnerOnly.FILE);
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
                Handle handle = jdbi.open()) {
            handle.begin();
            handle.execute("set transaction isolation level repeatable read, read only");
            handle.execute("set local statement_timeout = 0");
            Manifest manifest = new Manifest(Tables.schema(handle), tables(handle, zip), artifacts(handle, zip));
            handle.commit();
            if (key.isPresent()) {
                entry(zip, SealedKey.ENTRY, key.get().bytes());
            }
            entry(zip, Manifest.ENTRY, manifest.json());
            zip.finish();
            channel.force(true);
            return manifest;
        }
    }

    private static List<Manifest.Table> tables(Handle handle, ZipOutputStream zip) throws IOException {
        List<Manifest.Table> written = new ArrayList<>();
        for (String table : Tables.ALL) {
            written.add(table(handle, zip, new Manifest.Table(table, Tables.columns(handle, table), 0, "")));
        }
        return written;
    }

    private static Manifest.Table table(Handle handle, ZipOutputStream zip, Manifest.Table table) throws IOException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        DigestOutputStream out = new DigestOutputStream(new Unclosed(zip), sha256());
        try {
            long rows = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(Tables.copyOut(table.name(), table.columns()), out);
            zip.closeEntry();
            String hash = HexFormat.of().formatHex(out.getMessageDigest().digest());
            return new Manifest.Table(table.name(), table.columns(), rows, hash);
        } catch (SQLException failure) {
            throw new IOException("cannot read table " + table.name(), failure);
        }
    }

    private List<String> artifacts(Handle handle, ZipOutputStream zip) throws IOException {
        List<String> hashes = new Sql(handle, "select distinct sha256 from release_artifact order by sha256")
                .list(row -> row.text("sha256"));
        for (String hash : hashes) {
            Path bytes = artifacts
                    .find(hash)
                    .orElseThrow(() -> new Refusal(
                            "backup.artifact-missing",
                            "The artifact " + hash + " is not on this server: copy it here or remove its release."));
            zip.putNextEntry(new ZipEntry("artifacts/" + hash));
            Files.copy(bytes, zip);
            zip.closeEntry();
        }
        return hashes;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** An entry of the file ends before the file does. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
