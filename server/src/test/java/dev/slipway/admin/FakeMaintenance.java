package dev.slipway.admin;

import dev.slipway.admin.cli.Maintenance;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.store.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Pretends to work on a data directory: refuses to restore what is not there. */
final class FakeMaintenance implements Maintenance {
    @Override
    public Summary backup(Installation installation, Path file, Optional<Secret> passphrase) {
        return new Summary(passphrase.isPresent() ? 13 : 12, 3);
    }

    @Override
    public Summary restore(Installation installation, Path file, Optional<Secret> passphrase) {
        if (!Files.exists(file)) {
            throw new Refusal("backup.missing", "There is no backup " + file + ".");
        }
        return new Summary(12, 3);
    }

    @Override
    public List<Finding> examine(Installation installation) {
        return List.of(new Finding("disk", true, "12 GB free"), new Finding("certificate", false, "ends in 3 days"));
    }

    @Override
    public void keep(Path file, Secret content) {
        try {
            OwnerOnly.write(file, content.reveal());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public SecureRandom random() {
        return new SecureRandom();
    }

    @Override
    public List<Path> site(Face face, Path directory, Optional<URI> address) {
        return List.of(directory.resolve("index.html"));
    }

    @Override
    public List<Path> migrationPackages(Face face, Path directory) {
        return List.of(directory.resolve(face.alias() + ".zip"));
    }
}
