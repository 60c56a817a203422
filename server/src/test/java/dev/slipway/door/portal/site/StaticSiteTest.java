package dev.slipway.door.portal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.core.enroll.platform.Platforms;
import dev.slipway.fake.BootloaderJar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticSiteTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    @TempDir
    Path directory;

    @Test
    void every_link_is_relative_and_leads_to_a_file_of_the_export() throws IOException {
        Path site = export(Optional.empty());
        for (Path page : pages(site)) {
            for (String link : links(page)) {
                assertThat(page.resolveSibling(link))
                        .as(page + " links to " + link)
                        .exists();
                assertThat(link).doesNotStartWith("/").doesNotContain("://", "..");
            }
        }
        assertThat(pages(site))
                .as("all but the two with a runtime image")
                .hasSize(Platforms.ours().all().size());
    }

    @Test
    void every_file_of_the_export_is_linked_from_a_page() throws IOException {
        Path site = export(Optional.empty());
        List<String> linked =
                pages(site).stream().flatMap(page -> links(page).stream()).toList();
        try (Stream<Path> files = Files.walk(site).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> site.relativize(file).toString())).isSubsetOf(linked);
        }
    }

    @Test
    void an_export_over_an_earlier_one_is_the_same_again() throws IOException {
        Path site = export(Optional.empty());
        String before = Files.readString(site.resolve("index.html"));
        export(Optional.empty());
        assertThat(site.resolve("index.html")).hasContent(before);
    }

    @Test
    void with_an_address_each_page_offers_it_to_another_device() throws IOException {
        Path site = export(Optional.of(URI.create("https://downloads.example.com/slipway/")));
        assertThat(Files.readString(site.resolve("android.html")))
                .contains("<svg ", "https://downloads.example.com/slipway/");
    }

    @Test
    void a_page_is_a_page_for_everybody() throws IOException {
        Path site = export(Optional.empty());
        for (Path page : pages(site)) {
            assertThat(Files.readString(page))
                    .startsWith("<!doctype html>\n<html lang=\"en\">")
                    .contains("<meta name=\"viewport\"", "<title>", "<main><h1>")
                    .doesNotContain("<script", "style=");
        }
        assertThat(Files.size(site.resolve("style.css"))).isLessThanOrEqualTo(3 << 10);
    }

    private Path export(Optional<URI> address) throws IOException {
        Path jar = BootloaderJar.in(directory);
        List<SitePackage> packages = new BootloaderPackages(
                        jar, BootloaderPackagesTest.LAUNCHERS, directory.resolve("made"))
                .of(BootloaderPackagesTest.STAMP);
        Path site = directory.resolve("site");
        new StaticSite().export(site, packages, address);
        return site;
    }

    private static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> links(Path page) {
        try {
            return LINK.matcher(Files.readString(page))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
