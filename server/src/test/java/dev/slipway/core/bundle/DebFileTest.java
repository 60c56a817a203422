package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.fake.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DebFileTest {
    private static final String NAME = "slipway-demo_1.0-1_amd64.deb";
    private static final byte[] GOOD = Archives.deb("odd", "debian-binary", "control.tar.xz", "data.tar.zst");

    @TempDir
    Path directory;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    @Test
    void a_package_is_accepted() throws IOException {
        Path file = file(GOOD);
        assertThatCode(() -> DebFile.require(file, NAME)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo.deb", "Demo_1.0_amd64.deb", "demo_1.0_amd64.zip", "../demo_1.0_amd64.deb"})
    void a_file_that_is_not_named_as_its_package_is_refused(String name) throws IOException {
        Path file = file(GOOD);
        assertThat(Refusals.codeOf(() -> DebFile.require(file, name))).isEqualTo("artifact.deb-name");
    }

    @Test
    void every_truncation_is_refused() throws IOException {
        int end = GOOD.length - 1;
        for (int length = 0; length < end; length++) {
            Path file = file(Arrays.copyOf(GOOD, length));
            assertThat(Refusals.codeOf(() -> DebFile.require(file, NAME)))
                    .as("cut to %d bytes", length)
                    .isEqualTo("artifact.deb-invalid");
        }
    }

    @Test
    void other_members_another_version_and_a_wrong_length_are_refused() throws IOException {
        Path order = file(Archives.deb("x", "debian-binary", "data.tar.gz", "control.tar.gz"));
        assertThat(Refusals.codeOf(() -> DebFile.require(order, NAME))).isEqualTo("artifact.deb-invalid");
        Path first = file(Archives.deb("x", "control.tar.gz", "data.tar.gz"));
        assertThat(Refusals.codeOf(() -> DebFile.require(first, NAME))).isEqualTo("artifact.deb-invalid");
        byte[] version = GOOD.clone();
        version[68] = '3';
        Path three = file(version);
        assertThat(Refusals.codeOf(() -> DebFile.require(three, NAME))).isEqualTo("artifact.deb-invalid");
        byte[] length = GOOD.clone();
        length[8 + 48] = '-';
        Path wrong = file(length);
        assertThat(Refusals.codeOf(() -> DebFile.require(wrong, NAME))).isEqualTo("artifact.deb-invalid");
    }
}
