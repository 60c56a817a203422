package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance.Face;
import dev.slipway.door.portal.site.BootloaderPackages;
import dev.slipway.door.portal.site.SitePackage;
import dev.slipway.door.portal.site.Stamp;
import dev.slipway.door.portal.site.StaticSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the download site and the migration packages from the Bootloader of this installation. */
final class LocalSite {
    private LocalSite() {}

    /** Every file of the site. */
    static List<Path> export(Face face, Path directory, Optional<URI> address) {
        return making(face, packages -> {
            new StaticSite().export(directory, packages, address);
            try (Stream<Path> files = Files.walk(directory)) {
                return files.filter(Files::isRegularFile).sorted().toList();
            }
        });
    }

    /** The packages for older systems. */
    static List<Path> migration(Face face, Path directory) {
        return making(face, packages -> {
            Files.createDirectories(directory);
            List<Path> written = new ArrayList<>();
            for (SitePackage made : packages) {
                if (made.kind() == SitePackage.Kind.MIGRATION) {
                    Path file = directory.resolve(made.name());
                    written.add(Files.copy(made.file(), file, StandardCopyOption.REPLACE_EXISTING));
                }
            }
            return written;
        });
    }

    @FunctionalInterface
    private interface Work {
        List<Path> with(List<SitePackage> packages) throws IOException;
    }

    private static List<Path> making(Face face, Work work) {
        try {
            Path scratch = Files.createTempDirectory("slipway-packages-");
            try {
                return work.with(BootloaderPackages.below(home(), scratch).of(stamp(face)));
            } finally {
                try (Stream<Path> files = Files.list(scratch)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        Files.delete(file);
                    }
                }
                Files.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packages cannot be written", e);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("slipway.home", "."));
    }

    private static Stamp stamp(Face face) {
        URI url = face.publicUrl();
        int port = url.getPort() < 0 ? Stamp.HTTPS_PORT : url.getPort();
        return new Stamp(url, face.alias(), url.getHost(), port, face.key());
    }
}
