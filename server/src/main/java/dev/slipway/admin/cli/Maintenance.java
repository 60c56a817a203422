package dev.slipway.admin.cli;

import dev.slipway.base.fleet.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Work on an installation of this machine, which {@code app} brings along. Refusals say what is wrong.
 */
public interface Maintenance {
    /**
     * Writes everything to {@code file}, also while the server runs; with the key of the secrets when a passphrase is
     * given.
     */
    Summary backup(Installation installation, Path file, Optional<Secret> passphrase);

    /** Brings a backup into an empty installation, whose server stands still, and verifies it by content. */
    Summary restore(Installation installation, Path file, Optional<Secret> passphrase);

    /** Looks at ports, certificates, clock, disk, database and keys. */
    List<Finding> examine(Installation installation);

    /** Writes a new file that its owner alone may read, durable when this returns. Refuses {@code cli.file-exists}. */
    void keep(Path file, Secret content);

    /** What keys are made from. */
    SecureRandom random();

    /**
     * What a server is started with, so that the same database, keys and ports are meant.
     *
     * @param data its data directory
     * @param config its configuration file
     * @param set keys of the configuration that beat the file
     */
    record Installation(Path data, Optional<Path> config, Map<String, String> set) {
        public Installation {
            set = Map.copyOf(set);
        }
    }

    /**
     * Writes the download site as files that any web server can show below any path.
     *
     * @param address where it will be shown, for the QR code; empty when that is not known
     */
    List<Path> site(Face face, Path directory, Optional<URI> address);

    /** Writes one package for an older system per platform, with import instructions inside. */
    List<Path> migrationPackages(Face face, Path directory);

    /** The server as packages name it: where devices log on (https), its alias, and the key that they trust. */
    record Face(URI publicUrl, String alias, String key) {}

    /** What went over: rows and artifacts. */
    record Summary(long rows, long artifacts) {}

    /**
     * One thing that was looked at.
     *
     * @param good false when somebody must act
     * @param detail what was found, and what to do
     */
    record Finding(String subject, boolean good, String detail) {}
}
