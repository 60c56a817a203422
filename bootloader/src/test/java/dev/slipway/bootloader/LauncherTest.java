package dev.slipway.bootloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher for Linux and macOS, in a directory whose name has blanks, with programs that only look like Java. */
class LauncherTest {
    private static final String TOOLS = "/usr/bin:/bin";

    @TempDir
    Path temporary;

    private Path directory;
    private Path launcher;

    @BeforeEach
    void unpack() throws IOException {
        directory = Files.createDirectory(temporary.resolve("my 'downloads'"));
        launcher = directory.resolve("bootloader");
        Files.copy(Path.of("src", "main", "dist", "bootloader"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void the_runtime_beside_it_goes_first(String shell) throws IOException {
        java("runtime", "25.0.1");
        assertThat(run(shell, launcher, Map.of("JAVA_HOME", java("home", "21.0.2"))))
                .isEqualTo("25.0.1 -jar " + directory + "/bootloader.jar Key: K 'two  blanks'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void a_java_home_that_is_too_old_gives_way_to_the_path(String shell) throws IOException {
        String old = java("old", "1.8.0_402");
        String path = java("new one", "17.0.15") + "/bin:" + TOOLS;
        assertThat(run(shell, launcher, Map.of("JAVA_HOME", old, "PATH", path))).startsWith("17.0.15 ");
        assertThat(run(shell, launcher, Map.of("PATH", path)))
                .as("without JAVA_HOME")
                .startsWith("17.0.15 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void a_link_to_it_finds_the_program(String shell) throws IOException {
        java("runtime", "25.0.1");
        Path link = Files.createSymbolicLink(temporary.resolve("slipway link"), launcher);
        Path again = Files.createSymbolicLink(temporary.resolve("second"), link.getFileName());
        assertThat(run(shell, again, Map.of())).contains(" -jar " + directory + "/bootloader.jar ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void what_java_says_before_its_version_does_not_hide_it(String shell) throws IOException {
        String home = java("home", "21.0.2", "echo 'Picked up JAVA_TOOL_OPTIONS: -Dversion \"9\"' >&2");
        assertThat(run(shell, launcher, Map.of("JAVA_HOME", home))).contains("21.0.2 -jar ");
    }

    /** A Java that tells its version, or its version and what it was given. */
    private String java(String name, String version, String... before) throws IOException {
        Path program = directory.resolve(name).resolve("bin").resolve("java");
        Files.createDirectories(program.getParent());
        Files.writeString(program, """
                #!/bin/sh
                %s
                [ "$1" != -version ] || { echo 'openjdk version "%s" 2026-01-20' >&2; exit; }
                while [ "$1" != -jar ]; do shift; done
                printf '%%s' '%s'
                for word in "$@"; do
                  case $word in *"  "*) printf " '%%s'" "$word";; *) printf ' %%s' "$word";; esac
                done
                """.formatted(String.join("\n", before), version, version));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return directory.resolve(name).toString();
    }

    private static String run(String shell, Path launcher, Map<String, String> environment) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin", shell)), "SKIPPED: there is no /bin/" + shell);
        var builder = new ProcessBuilder(List.of("/bin/" + shell, launcher.toString(), "Key: K", "two  blanks"))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", TOOLS);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }
}
