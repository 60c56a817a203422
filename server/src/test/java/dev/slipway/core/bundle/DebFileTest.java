package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.fake.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"control.tar.gz, true, ./control", "control.tar, false, control", "control.tar/, false, ./control"})
    void a_package_whose_control_file_can_be_read_has_the_name_of_its_file(String member, boolean packed, String path)
            throws IOException {
        for (String name : List.of("slipway-demo", "slipway", "other")) {
            byte[] tar = Archives.control(path, name);
            Path file = file(Archives.deb(packed ? Archives.gzip(tar) : tar, "debian-binary", member, "data.tar"));
            if (name.equals("slipway-demo")) {
                assertThatCode(() -> DebFile.require(file, NAME)).doesNotThrowAnyException();
            } else {
                assertThat(Refusals.codeOf(() -> DebFile.require(file, NAME))).isEqualTo("artifact.deb-name");
            }
        }
    }

    @Test
    void a_control_member_that_is_broken_at_any_byte_is_refused_or_tells_a_name() throws IOException {
        byte[] packed = Archives.gzip(Archives.control("./control", "slipway-demo"));
        for (int length = 0; length < packed.length - 8; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            Path file = file(Archives.deb(cut, "debian-binary", "control.tar.gz", "data.tar"));
            Throwable outcome = catchThrowable(() -> DebFile.require(file, NAME));
            if (length < packed.length / 4 || outcome != null) {
                assertThat(outcome)
                        .as("cut to %d bytes", length)
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                                .isEqualTo("artifact.deb-invalid"));
            }
        }
        Path nameless = file(Archives.deb(new byte[2048], "debian-binary", "control.tar", "data.tar"));
        assertThat(Refusals.codeOf(() -> DebFile.require(nameless, NAME))).isEqualTo("artifact.deb-invalid");
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
        Path order = file(Archives.deb("x", "debian-binary", "data.tar.gz", "control.tar.xz"));
        assertThat(Refusals.codeOf(() -> DebFile.require(order, NAME))).isEqualTo("artifact.deb-invalid");
        Path first = file(Archives.deb("x", "control.tar.xz", "data.tar.gz"));
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
