package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Looks at the data directory: rights, room, the key of secrets. */
record DirectoryCheck(Workplace place) {
    /** PostgreSQL writes up to 1 GiB of log ahead of a checkpoint ({@code max_wal_size}); releases need more. */
    private static final long ROOM_BYTES_MIN = 2L << 30;

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    List<Finding> findings() {
        Path data = place.data();
        if (!Files.isDirectory(data)) {
            return List.of(Doctor.bad(
                    "data", "There is no " + data + ": name the directory with --data, or start slipway serve once."));
        }
        if (!Files.isReadable(data) || !Files.isWritable(data)) {
            return List.of(Doctor.bad("data", "This user may not write " + data + ": run as the user of the server."));
        }
        try {
            return List.of(Doctor.good("data", data.toString()), room(data), secretsKey(place.secretsKey()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Finding room(Path data) throws IOException {
        long free = Files.getFileStore(data).getUsableSpace();
        String said = "%d MiB free".formatted(free >> 20);
        return free >= ROOM_BYTES_MIN
                ? Doctor.good("disk", said)
                : Doctor.bad("disk", said + ", at least %d are wanted: make room.".formatted(ROOM_BYTES_MIN >> 20));
    }

    private static Finding secretsKey(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return Doctor.bad(
                    "secrets-key",
                    "There is no readable " + file + ", without which no secret opens: bring it back from where it is"
                            + " kept, or restore a backup that holds it.");
        }
        boolean open = Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        return open
                ? Doctor.bad("secrets-key", "Others may read " + file + ": chmod 600 " + file)
                : Doctor.good("secrets-key", file + ", for its owner only");
    }
}
