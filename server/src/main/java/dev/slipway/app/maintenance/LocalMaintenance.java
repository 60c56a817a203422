package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.store.OwnerOnly;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.SecretKeys;
import dev.slipway.base.store.backup.Backup;
import dev.slipway.base.store.backup.Manifest;
import dev.slipway.base.store.backup.Restore;
import dev.slipway.base.store.backup.SealedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maintenance of an installation on this machine. */
public final class LocalMaintenance implements Maintenance {
    private final Workplace.Means means;

    /** In a process with these variables. */
    public LocalMaintenance(Map<String, String> environment) {
        this.means = new Workplace.Means(Map.copyOf(environment), new SecureRandom(), InstantSource.system());
    }

    /**
     * Refuses {@code backup.not-written} and {@code backup.no-key}, besides what opening a database and writing a
     * backup refuse.
     */
    @Override
    public Summary backup(Installation installation, Path file, Optional<Secret> passphrase) {
        Workplace place = Workplace.of(installation, means);
        requireThere(place);
        Optional<SealedKey> key = passphrase.map(secret -> sealed(place.secretsKey(), secret));
        try {
            return summary(place.read((database, artifacts) -> new Backup(database, artifacts).write(file, key)));
        } catch (IOException failure) {
            throw new Refusal(
                    "backup.not-written",
                    "The backup " + file + " was not written (" + failure + "): give it a directory with room.");
        }
    }

    @Override
    public void keep(Path file, Secret content) {
        if (Files.exists(file)) {
            throw new Refusal("cli.file-exists", "There is a file " + file + " already: choose another name.");
        }
        try {
            OwnerOnly.write(file, content.reveal());
        } catch (IOException failure) {
            throw new Refusal("cli.file-not-written", "The file " + file + " was not written: " + failure);
        }
    }

    @Override
    public SecureRandom random() {
        return means.random();
    }

    @Override
    public List<Path> site(Face face, Path directory, Optional<URI> address) {
        return LocalSite.export(face, directory, address);
    }

    @Override
    public List<Path> migrationPackages(Face face, Path directory) {
        return LocalSite.migration(face, directory);
    }

    private static void requireThere(Workplace place) {
        if (!Files.isDirectory(place.data())) {
            throw new Refusal(
                    "data.missing",
                    "There is no data directory " + place.data() + ": name that of the server with --data.");
        }
    }

    private SealedKey sealed(Path keyFile, Secret passphrase) {
        try {
            return SealedKey.seal(Files.readString(keyFile), passphrase, means.random());
        } catch (IOException unreadable) {
            throw new Refusal(
                    "backup.no-key",
                    "The key of secrets " + keyFile + " cannot be read (" + unreadable
                            + "): run this as the user who runs the server, or leave the key out.");
        }
    }

    /**
     * Refuses {@code restore.missing}, {@code restore.no-key}, {@code restore.key-needed} and
     * {@code restore.key-there}, besides what opening a database and reading a backup refuse.
     */
    @Override
    public Summary restore(Installation installation, Path file, Optional<Secret> passphrase) {
        Workplace place = Workplace.of(installation, means);
        if (!Files.isRegularFile(file)) {
            throw new Refusal("restore.missing", "There is no backup " + file + ": check the name.");
        }
        try {
            Optional<String> key = passphrase.isPresent() ? Optional.of(key(file, passphrase.get())) : Optional.empty();
            return summary(place.write((database, artifacts) -> {
                place(key, place.secretsKey());
                var keys = SecretKeys.open(place.secretsKey(), means.random());
                return new Restore(database, artifacts, new SecretBox(keys, means.random())).read(file);
            }));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String key(Path file, Secret passphrase) throws IOException {
        return Restore.key(file)
                .orElseThrow(() -> new Refusal(
                        "restore.no-key", "The backup holds no key: put the server's secrets.key in its place."))
                .open(passphrase);
    }

    /** The key stands before the secrets that it opens; a second try after a cut finds its own key and goes on. */
    private static void place(Optional<String> key, Path keyFile) throws IOException {
        if (!Files.exists(keyFile)) {
            OwnerOnly.write(
                    keyFile,
                    key.orElseThrow(() -> new Refusal(
                            "restore.key-needed",
                            "No secret of the backup opens without its key: give --passphrase-stdin, if it is inside,"
                                    + " or put the server's secrets.key to " + keyFile + " first.")));
        } else if (key.isPresent() && !key.get().equals(Files.readString(keyFile))) {
            throw new Refusal(
                    "restore.key-there",
                    "There is another key " + keyFile + " already: move it away, or restore into a new directory.");
        }
    }

    @Override
    public List<Finding> examine(Installation installation) {
        return new Doctor(Workplace.of(installation, means)).examine();
    }

    private static Summary summary(Manifest manifest) {
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        return new Summary(rows, manifest.artifacts().size());
    }
}
