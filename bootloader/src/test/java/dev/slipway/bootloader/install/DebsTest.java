package dev.slipway.bootloader.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real dpkg on a root directory of its own. */
class DebsTest {
    @TempDir
    Path directory;

    private Scripts scripts;

    @BeforeEach
    void start() {
        scripts = new Scripts(directory.resolve("log"), directory.resolve("pid"), Duration.ofSeconds(30));
    }

    @Test
    void without_rights_a_package_is_refused() {
        var debs = new Debs(scripts, directory, List.of("dpkg"), false);
        assertThatThrownBy(() -> debs.install(directory.resolve("phone.deb")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("install.needs-root");
                    assertThat(refusal.exit()).isEqualTo(Exit.NOT_ALLOWED);
                });
    }

    @Test
    void a_package_is_installed_and_removed() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "SKIPPED: there is no dpkg here");
        Assumptions.assumeTrue(Files.isWritable(Path.of("/var/lib/dpkg")), "SKIPPED: dpkg needs root");
        Path deb = deb();
        var debs = new Debs(scripts, directory, dpkg(), true);
        assertThat(debs.nameOf(deb)).isEqualTo("slipway-test-phone");
        assertThat(debs.isInstalled("slipway-test-phone")).isFalse();
        debs.install(deb);
        assertThat(directory.resolve("root/opt/phone")).hasContent("1.0");
        assertThat(debs.isInstalled("slipway-test-phone")).isTrue();
        debs.remove("slipway-test-phone");
        assertThat(directory.resolve("root/opt/phone")).doesNotExist();
    }

    private List<String> dpkg() throws IOException {
        Path admin = directory.resolve("root/var/lib/dpkg");
        for (String part : List.of("info", "updates", "triggers")) {
            Files.createDirectories(admin.resolve(part));
        }
        Files.writeString(admin.resolve("status"), "");
        return List.of("dpkg", "--root=" + directory.resolve("root"), "--force-not-root", "--force-bad-path");
    }

    private Path deb() throws Exception {
        Path tree = Files.createDirectories(directory.resolve("tree/DEBIAN"));
        Files.writeString(
                tree.resolve("control"),
                "Package: slipway-test-phone\nVersion: 1.0\nArchitecture: all\n"
                        + "Maintainer: Nobody <nobody@example.com>\nDescription: for a test\n");
        Files.writeString(Files.createDirectories(directory.resolve("tree/opt")).resolve("phone"), "1.0");
        Path deb = directory.resolve("phone.deb");
        scripts.run(
                List.of("dpkg-deb", "--build", directory.resolve("tree").toString(), deb.toString()),
                directory,
                java.util.Map.of());
        return deb;
    }
}
