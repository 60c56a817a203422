package dev.slipway.door.portal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.door.portal.site.SitePackage.Kind;
import dev.slipway.fake.BootloaderJar;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootloaderPackagesTest {
    static final Stamp STAMP = new Stamp(
            URI.create("https://portal.example.com"),
            "it@example.com",
            "portal.example.com",
            3606,
            "abcdefghijklmnopqrstuvwxyz");

    static final Path LAUNCHERS = Path.of("..", "bootloader", "src", "main", "dist");

    @TempDir
    Path directory;

    private BootloaderPackages packages;

    @BeforeEach
    void putJar() throws IOException {
        Path jar = BootloaderJar.in(directory);
        packages = new BootloaderPackages(jar, LAUNCHERS, directory.resolve("made"));
    }

    @Test
    void there_is_one_of_each_kind_for_each_platform_with_its_size_and_hash() throws Exception {
        List<SitePackage> made = packages.of(STAMP);
        assertThat(made)
                .extracting(SitePackage::name)
                .containsExactly(
                        "slipway-bootloader-java.zip",
                        "slipway-bootloader-linux.zip",
                        "slipway-bootloader-macos.zip",
                        "slipway-bootloader-windows.zip",
                        "slipway-migration-java.zip",
                        "slipway-migration-linux.zip",
                        "slipway-migration-macos.zip",
                        "slipway-migration-windows.zip",
                        "slipway-bootloader-linux.deb");
        for (SitePackage one : made) {
            byte[] bytes = Files.readAllBytes(one.file());
            assertThat(one.length()).isEqualTo(bytes.length);
            assertThat(one.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(bytes)));
        }
    }

    @Test
    void the_same_stamp_gives_the_same_bytes_and_another_one_others() {
        var elsewhere =
                new BootloaderPackages(directory.resolve("bootloader.jar"), LAUNCHERS, directory.resolve("again"));
        assertThat(elsewhere.of(STAMP)).extracting(SitePackage::sha256).isEqualTo(hashes(STAMP));
        var other = new Stamp(STAMP.publicUrl(), "b@example.com", STAMP.host(), STAMP.port(), STAMP.key());
        assertThat(hashes(other)).doesNotContainAnyElementsOf(hashes(STAMP));
        assertThat(hashes(STAMP)).as("the first ones stay").isEqualTo(hashes(STAMP));
    }

    @Test
    void the_properties_name_the_server_by_host_and_port_and_its_key() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(entry(Kind.BOOTLOADER, "linux", "slipway-bootloader/bootloader.properties")));
        assertThat(properties)
                .isEqualTo(Map.of("host", "portal.example.com", "port", "3606", "key", "abcdefghijklmnopqrstuvwxyz"));
    }

    @Test
    void a_migration_package_says_how_to_import_it_and_waits_for_an_alias() throws IOException {
        assertThat(entry(Kind.MIGRATION, "windows", "IMPORT.txt")).contains("Alias", "Host and Port", "never both");
        assertThat(entry(Kind.MIGRATION, "windows", "slipway-bootloader/bootloader.properties"))
                .contains("#alias=it@example.com");
    }

    @Test
    void the_launcher_may_be_run_and_the_rest_may_not() throws IOException {
        SitePackage linux = packages.of(STAMP).get(1);
        try (FileSystem zip = FileSystems.newFileSystem(linux.file(), Map.of("enablePosixFileAttributes", "true"))) {
            assertThat(modes(zip, "slipway-bootloader/bootloader")).isEqualTo("rwxr-xr-x");
            assertThat(modes(zip, "slipway-bootloader/bootloader.jar")).isEqualTo("rw-r--r--");
        }
    }

    @Test
    void a_runtime_image_that_the_build_linked_makes_one_package_more() throws IOException {
        Path runtime = directory.resolve("runtime-linux.zip");
        Files.write(
                runtime,
                ZipBytes.of(
                        Map.of(
                                "slipway-bootloader/runtime/release",
                                "OS_ARCH=\"aarch64\"\n".getBytes(StandardCharsets.UTF_8),
                                "slipway-bootloader/runtime/bin/java",
                                "the machine".getBytes(StandardCharsets.UTF_8)),
                        Set.of("slipway-bootloader/runtime/bin/java")));
        SitePackage made = packages.of(STAMP).getLast();
        assertThat(made.name()).isEqualTo("slipway-bootloader-linux-arm64.zip");
        assertThat(entry(Kind.BOOTLOADER, "linux-arm64", "slipway-bootloader/bootloader.properties"))
                .contains("host=portal.example.com");
        try (FileSystem zip = FileSystems.newFileSystem(made.file(), Map.of("enablePosixFileAttributes", "true"))) {
            assertThat(modes(zip, "slipway-bootloader/bootloader")).isEqualTo("rwxr-xr-x");
            assertThat(modes(zip, "slipway-bootloader/runtime/bin/java")).isEqualTo("rwxr-xr-x");
            assertThat(modes(zip, "slipway-bootloader/runtime/release")).isEqualTo("rw-r--r--");
            assertThat(zip.getPath("slipway-bootloader/runtime/bin/java")).hasContent("the machine");
        }
    }

    @Test
    void what_an_earlier_start_left_is_removed() throws IOException {
        Path kept = Files.createDirectories(directory.resolve("made")).resolve("0".repeat(64) + ".zip");
        Files.writeString(kept, "of an older version");
        BootloaderPackages.below(Path.of(".."), directory.resolve("made"));
        assertThat(kept).doesNotExist();
    }

    @Test
    void without_the_program_there_are_no_packages_and_that_is_said() {
        var none = new BootloaderPackages(directory.resolve("none.jar"), LAUNCHERS, directory.resolve("made"));
        assertThatThrownBy(() -> none.of(STAMP))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("packages.missing"));
    }

    @Test
    void windows_gets_its_own_launcher_with_its_own_line_ends() throws IOException {
        assertThat(entry(Kind.BOOTLOADER, "windows", "slipway-bootloader/bootloader.cmd"))
                .startsWith("@echo off\r\n");
    }

    private List<String> hashes(Stamp stamp) {
        return packages.of(stamp).stream().map(SitePackage::sha256).toList();
    }

    private String entry(Kind kind, String platform, String name) throws IOException {
        SitePackage found = packages.of(STAMP).stream()
                .filter(made -> made.kind() == kind && made.platform().equals(platform))
                .findFirst()
                .orElseThrow();
        try (var zip = new ZipFile(found.file().toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String modes(FileSystem zip, String name) throws IOException {
        @SuppressWarnings("unchecked")
        var modes = (Set<PosixFilePermission>) Files.getAttribute(zip.getPath(name), "zip:permissions");
        return PosixFilePermissions.toString(modes);
    }
}
