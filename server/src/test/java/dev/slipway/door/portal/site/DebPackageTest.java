package dev.slipway.door.portal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.fake.BootloaderJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package as dpkg sees it: read, installed into a root of its own, changed, upgraded, removed. */
class DebPackageTest {
    private static final Path DPKG = Path.of("/usr/bin/dpkg");
    private static final Path FAKEROOT = Path.of("/usr/bin/fakeroot");

    @TempDir
    Path directory;

    private Path deb;

    @BeforeEach
    void make() throws IOException {
        deb = made(BootloaderPackagesTest.STAMP, "made");
    }

    @Test
    void dpkg_reads_what_it_is_and_what_it_needs() throws IOException {
        requireDpkg();
        assertThat(run("dpkg-deb", "--info", deb.toString()))
                .contains("Package: slipway-bootloader", "Architecture: all", "Maintainer: Slipway <it@example.com>");
        assertThat(run("dpkg-deb", "--field", deb.toString(), "Version")).isEqualTo("1.2.0~SNAPSHOT");
        assertThat(run("dpkg-deb", "--field", deb.toString(), "Depends")).contains("java17-runtime-headless");
    }

    @Test
    void all_its_files_belong_to_root_and_only_programs_may_be_run() throws IOException {
        requireDpkg();
        List<String> contents =
                run("dpkg-deb", "--contents", deb.toString()).lines().toList();
        assertThat(contents).allMatch(line -> line.contains(" root/root "));
        assertThat(contents)
                .filteredOn(line -> line.startsWith("-rwxr-xr-x"))
                .singleElement()
                .asString()
                .endsWith("./usr/share/slipway-bootloader/bootloader");
        assertThat(contents)
                .anyMatch(line -> line.endsWith("./usr/share/mime/packages/slipway-activation.xml"))
                .anyMatch(line -> line.endsWith("./usr/share/applications/slipway-bootloader.desktop"))
                .anyMatch(line -> line.endsWith("./usr/lib/systemd/system/slipway-bootloader.service"))
                .anyMatch(line -> line.endsWith("./usr/bin/bootloader -> ../share/slipway-bootloader/bootloader"))
                .noneMatch(line -> line.contains(".wants/"));
    }

    @Test
    void the_same_content_gives_the_same_bytes() throws IOException {
        assertThat(made(BootloaderPackagesTest.STAMP, "again")).hasSameBinaryContentAs(deb);
    }

    @Test
    void it_installs_keeps_what_a_person_changed_upgrades_and_goes() throws IOException {
        requireDpkg();
        Path root = root();
        dpkg(root, "--install", deb.toString());
        Path properties = root.resolve("etc/slipway-bootloader/bootloader.properties");
        assertThat(properties).content().contains("host=portal.example.com", "key=abcdefghijklmnopqrstuvwxyz");
        assertThat(root.resolve("usr/bin/bootloader").toRealPath()).isExecutable();
        assertThat(dpkg(root, "--status", "slipway-bootloader"))
                .contains("Status: install ok installed", "/etc/slipway-bootloader/bootloader.properties");
        assertThat(dpkg(root, "--verify", "slipway-bootloader")).isEmpty();

        Files.writeString(properties, "host=elsewhere.example.com\n");
        var moved = new Stamp(
                BootloaderPackagesTest.STAMP.publicUrl(), "it@example.com", "new.example.com", 443, "k".repeat(26));
        dpkg(root, "--force-confold", "--install", made(moved, "moved").toString());
        assertThat(properties).hasContent("host=elsewhere.example.com");

        dpkg(root, "--remove", "slipway-bootloader");
        assertThat(properties).exists();
        assertThat(root.resolve("usr/share/slipway-bootloader")).doesNotExist();
        dpkg(root, "--purge", "slipway-bootloader");
        assertThat(properties).doesNotExist();
    }

    private Path made(Stamp stamp, String name) throws IOException {
        return new BootloaderPackages(
                        BootloaderJar.in(directory), BootloaderPackagesTest.LAUNCHERS, directory.resolve(name))
                .of(stamp).stream()
                        .filter(SitePackage::isDebian)
                        .findFirst()
                        .orElseThrow()
                        .file();
    }

    /** An empty machine, as far as dpkg can tell. */
    private Path root() throws IOException {
        Path root = directory.resolve("root");
        Path admin = Files.createDirectories(root.resolve("var/lib/dpkg"));
        Files.createDirectories(admin.resolve("info"));
        Files.createDirectories(admin.resolve("updates"));
        Files.createDirectories(admin.resolve("triggers"));
        Files.createFile(admin.resolve("status"));
        Files.createFile(admin.resolve("available"));
        return root;
    }

    /** Its scripts run outside the root, which holds no shell; they see that by {@code DPKG_ROOT}. */
    private static String dpkg(Path root, String... words) throws IOException {
        var line = new ArrayList<String>();
        if (!Files.isWritable(Path.of("/var/lib/dpkg"))) {
            assumeTrue(Files.isExecutable(FAKEROOT), "SKIPPED: not root, and there is no fakeroot");
            line.add(FAKEROOT.toString());
        }
        line.addAll(List.of(
                DPKG.toString(),
                "--root=" + root,
                "--log=" + root.resolve("dpkg.log"),
                "--force-script-chrootless",
                "--force-depends",
                "--force-bad-path",
                "--force-not-root"));
        line.addAll(List.of(words));
        return run(line.toArray(String[]::new));
    }

    private static void requireDpkg() {
        assumeTrue(Files.isExecutable(DPKG), "SKIPPED: there is no dpkg on this machine to judge the package");
    }

    private static String run(String... line) throws IOException {
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LC_ALL", "C", "DEBIAN_FRONTEND", "noninteractive"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }
}
