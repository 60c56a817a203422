package dev.slipway.base.store.postgres;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once per version from the class path. A directory appears under its final name by
 * one rename, complete and on disk, so two processes may do it at once and a cut leaves at most a temporary directory,
 * which goes with the directories of other versions ({@link OlderBinaries}). Removing the cache is always safe while no
 * server runs.
 */
final class Binaries {
    /** The decoder of the archives' dictionary (8 MiB) needs 9 MiB; more is not an archive of ours. */
    private static final int XZ_MEMORY_KIB_MAX = 64 << 10;

    private Binaries() {}

    /** The directory that holds {@code bin/}, {@code lib/} and {@code share/}, unpacked into a cache when missing. */
    static Path in(Path cache, Path fallback, String random) {
        URL archive = archive();
        String name = "postgres-" + fingerprint(archive);
        try {
            return unpacked(archive, cache.resolve(name), random);
        } catch (IOException notThere) {
            try {
                return unpacked(archive, fallback.resolve(name), random);
            } catch (IOException failure) {
                failure.addSuppressed(notThere);
                throw new UncheckedIOException("the PostgreSQL programs cannot be unpacked", failure);
            }
        }
    }

    private static URL archive() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String suffix = List.of("aarch64", "arm64").contains(machine) ? "arm_64" : "x86_64";
        URL found = Binaries.class.getResource("/postgres-linux-" + suffix + ".txz");
        if (found == null || !System.getProperty("os.name").equals("Linux")) {
            throw new Refusal(
                    "data.no-binaries",
                    "No PostgreSQL comes with Slipway for " + System.getProperty("os.name") + " on " + machine
                            + ": name an external one in the configuration (database.url).");
        }
        return found;
    }

    /** Tells one build of the archive from another without reading it: its length and its checksum in the jar. */
    private static String fingerprint(URL archive) {
        try {
            URLConnection connection = archive.openConnection();
            long checksum = connection instanceof JarURLConnection jar
                    ? jar.getJarEntry().getCrc()
                    : connection.getLastModified();
            return HexFormat.of().toHexDigits(checksum ^ connection.getContentLengthLong() << 32);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path unpacked(URL archive, Path target, String random) throws IOException {
        Files.createDirectories(target.resolveSibling("."));
        if (OlderBinaries.beside(target).claimed()) {
            requireTrusted(target);
            return target;
        }
        Path temporary = target.resolveSibling(target.getFileName() + "-" + random);
        Files.createDirectory(temporary);
        try {
            try (InputStream in = new XZInputStream(archive.openStream(), XZ_MEMORY_KIB_MAX)) {
                TarFiles.unpack(in, temporary);
            }
            openToAll(temporary);
            onDisk(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            remove(temporary);
            if (!Files.isDirectory(target)) {
                throw failure;
            }
        }
        return target;
    }

    /** Programs that somebody else put there are not run. */
    private static void requireTrusted(Path target) throws IOException {
        int owner = (int) Files.getAttribute(target, "unix:uid");
        if (owner != 0 && owner != Account.processUid()) {
            throw new IOException(target + " belongs to another user");
        }
    }

    private static void openToAll(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /** One {@code syncfs(2)} instead of a thousand fsync calls. */
    private static void onDisk(Path tree) throws IOException {
        Path log = tree.resolve("sync.log");
        Commands.Outcome outcome = Commands.plain(log).run("sync", "-f", tree.toString());
        Files.delete(log);
        if (outcome.exit() != 0) {
            throw new IOException("sync failed: " + outcome.lastLines());
        }
    }

    static void remove(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
