package dev.slipway.base.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void a_new_directory_is_laid_out_and_private_where_it_must_be() throws IOException {
        try (DataDirectory data = DataDirectory.open(temporary.resolve("new/data"))) {
            assertThat(data.artifacts()).isDirectory();
            assertThat(data.keys()).isDirectory();
            assertThat(Files.getPosixFilePermissions(data.keys()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(data.root()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    @Test
    void a_second_opening_is_refused_and_names_the_process() {
        try (DataDirectory first = DataDirectory.open(temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(first.root().resolve(".")))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("data.in-use");
                        assertThat(refusal.sentence())
                                .contains("Process " + ProcessHandle.current().pid());
                    });
        }
    }

    @Test
    void another_process_is_refused_also_after_a_refused_second_opening_here() throws Exception {
        try (DataDirectory held = DataDirectory.open(temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(temporary)).isInstanceOf(Refusal.class);
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opening.class.getName(),
                            held.root().toString())
                    .start();
            assertThat(other.inputReader().readLine())
                    .startsWith(
                            "data.in-use: Process " + ProcessHandle.current().pid());
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_closed_directory_opens_again() {
        DataDirectory.open(temporary).close();
        DataDirectory.open(temporary).close();
    }

    @Test
    void an_inhabited_directory_keeps_its_mode() throws IOException {
        Files.writeString(temporary.resolve("mine"), "kept");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-x---"));
        DataDirectory.open(temporary).close();
        assertThat(Files.getPosixFilePermissions(temporary)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    }

    @Test
    void a_file_in_the_way_is_refused_with_a_sentence() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("data.not-writable"));
    }

    /** Tries to open a directory and prints what happens. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) {
            try (DataDirectory opened = DataDirectory.open(Path.of(arguments[0]))) {
                System.out.println("opened " + opened.root());
            } catch (Refusal refusal) {
                System.out.println(refusal.getMessage());
            }
        }
    }
}
