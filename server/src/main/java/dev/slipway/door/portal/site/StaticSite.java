package dev.slipway.door.portal.site;

import dev.slipway.core.enroll.platform.Platform;
import dev.slipway.core.enroll.platform.Platforms;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The download site as files that any web server can show below any path ({@code site export DIR}).
 */
public final class StaticSite {
    private final DownloadPages pages = new DownloadPages(Platforms.ours());

    /**
     * Writes it into {@code directory}, over what an earlier export wrote.
     *
     * @param address where it will be shown, for the QR code; empty when that is not known
     */
    public void export(Path directory, List<SitePackage> packages, Optional<URI> address) throws IOException {
        var view = new View(Links.STATIC, packages, address);
        Path files = Files.createDirectories(directory.resolve("files"));
        write(directory.resolve("style.css"), DownloadPages.style());
        write(directory.resolve("index.html"), pages.overview(view, Optional.empty()));
        write(directory.resolve("migration.html"), pages.migration(view));
        for (Platform platform : pages.platforms().all()) {
            Optional<String> page = pages.platform(view, platform.name());
            if (page.isPresent()) {
                write(directory.resolve(platform.name() + ".html"), page.get());
            }
        }
        for (SitePackage made : packages) {
            Files.copy(made.file(), files.resolve(made.name()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
