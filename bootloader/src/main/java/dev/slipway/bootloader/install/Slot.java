package dev.slipway.bootloader.install;

import dev.slipway.bootloader.home.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory of one application: a directory for each release, and {@code current}, which is a symbolic link
 * replaced by an atomic rename (on Windows the file {@code current.txt} with the name in it).
 *
 * @param directory {@code apps/NAME}
 * @param links whether the file system has symbolic links for everybody
 */
record Slot(Path directory, boolean links) {
    private static final String CURRENT = "current";
    private static final String CURRENT_FILE = "current.txt";
    private static final String UNPACKED = ".new";

    /** Where an archive is unpacked before it gets its name. */
    Path unpacked() {
        return directory.resolve(UNPACKED);
    }

    Path settings() {
        return directory.resolve("settings.properties");
    }

    Path release(String name) {
        return directory.resolve(name);
    }

    /** A directory name for a release that no other one has; a release is usually installed once. */
    String freeName(String version) {
        boolean taken = Set.of(CURRENT, CURRENT_FILE, "settings.properties").contains(version);
        String name = version;
        for (int i = 2; taken || Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS); i++) {
            name = version + "-" + i;
            taken = false;
        }
        return name;
    }

    /** Makes the release of that name the current one, at once for everybody who looks. */
    void switchTo(String name) throws IOException {
        if (!links) {
            Durable.replace(directory.resolve(CURRENT_FILE), name.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Path beside = directory.resolve("." + CURRENT);
        Files.deleteIfExists(beside);
        Files.createSymbolicLink(beside, Path.of(name));
        Durable.move(beside, directory.resolve(CURRENT));
    }

    /** Makes none the current one. */
    void switchOff() throws IOException {
        Files.deleteIfExists(directory.resolve(CURRENT));
        Files.deleteIfExists(directory.resolve(CURRENT_FILE));
        if (Files.isDirectory(directory)) {
            Durable.syncDirectory(directory);
        }
    }

    /** Removes every release but those of these names, and what an unpacking left. */
    void keepOnly(String current, Optional<String> previous) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            for (Path entry : all.toList()) {
                String name = entry.getFileName().toString();
                boolean kept =
                        name.equals(current) || previous.filter(name::equals).isPresent();
                if (!kept && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    Durable.deleteTree(entry);
                }
            }
        }
    }
}
