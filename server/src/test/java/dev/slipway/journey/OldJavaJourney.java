package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device with Java 17, the oldest that the Bootloader runs on. */
class OldJavaJourney {
    private static final Path MACHINES = Path.of("/usr/lib/jvm");
    private static final String PASSWORD = "correct horse battery";

    private final House house = House.shared();

    @TempDir
    Path directory;

    @Test
    void the_bootloader_logs_on_and_installs_on_java_17() throws IOException {
        Optional<Path> java = javaSeventeen();
        assumeTrue(java.isPresent(), "no Java 17 below " + MACHINES + ": apt-get install openjdk-17-jre-headless");
        Admin admin = house.admin();
        admin.user("old", PASSWORD);
        admin.publish("old-phone", "1.0", Zip.of("version.txt", "1.0"));
        admin.assign("application", "old-phone", "user:old");
        Path home = directory.resolve("home");

        Process process = bootloader(java.orElseThrow(), home, house.cli("", "message", "generate", "--user", "old"));

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        assertThat(home.resolve("apps/old-phone/current/version.txt")).hasContent("1.0");
    }

    private static Process bootloader(Path java, Path home, String message) throws IOException {
        Path jar = Programs.root().resolve("bootloader/target/bootloader.jar");
        var builder = new ProcessBuilder(List.of(
                        java.toString(),
                        "-jar",
                        jar.toString(),
                        "--home",
                        home.toString(),
                        "--yes",
                        "--login",
                        "old",
                        message))
                .redirectErrorStream(true);
        builder.environment().put("SLIPWAY_PASSWORD", PASSWORD);
        return builder.start();
    }

    private static Optional<Path> javaSeventeen() throws IOException {
        if (!Files.isDirectory(MACHINES)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(MACHINES)) {
            return homes.filter(home -> home.getFileName().toString().contains("17"))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
