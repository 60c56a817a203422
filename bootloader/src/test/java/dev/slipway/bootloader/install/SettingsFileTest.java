package dev.slipway.bootloader.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.home.Written;
import dev.slipway.bootloader.protocol.trust.SettingValue;
import dev.slipway.bootloader.protocol.trust.SettingValue.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("settings.properties");
    }

    @Test
    void an_initial_setting_is_written_once_and_left_to_the_user() throws IOException {
        Written written = apply(Written.NONE, "ring", Ownership.INITIAL);
        assertThat(file).hasContent("ring=on");
        Files.writeString(file, "ring=off\n");
        written = apply(written, "ring", Ownership.INITIAL);
        assertThat(file).hasContent("ring=off");
        Files.writeString(file, "");
        apply(written, "ring", Ownership.INITIAL);
        assertThat(file).isEmptyFile();
    }

    @Test
    void an_enforced_setting_is_written_back_beside_the_users_own() throws IOException {
        Written written = apply(Written.NONE, "ring", Ownership.ENFORCED);
        Files.writeString(file, "ring=off\nmine=1\n");
        apply(written, "ring", Ownership.ENFORCED);
        assertThat(file).hasContent("mine=1\nring=on");
    }

    @Test
    void a_locked_setting_makes_the_file_read_only_unless_the_user_owns_a_line() throws IOException {
        Written written = apply(Written.NONE, "ring", Ownership.LOCKED);
        assertThat(isOwnerWritable()).isFalse();
        new SettingsFile(file)
                .apply(
                        Map.of(
                                "ring", new SettingValue("on", Ownership.LOCKED),
                                "tone", new SettingValue("1", Ownership.INITIAL)),
                        written);
        assertThat(isOwnerWritable()).isTrue();
        assertThat(file).hasContent("ring=on\ntone=1");
    }

    @Test
    void an_enforced_setting_that_is_no_longer_assigned_is_taken_back() throws IOException {
        Written written = apply(Written.NONE, "ring", Ownership.ENFORCED);
        Files.writeString(file, "ring=on\nmine=1\n");
        new SettingsFile(file).apply(Map.of(), written);
        assertThat(file).hasContent("mine=1");
    }

    @Test
    void what_does_not_change_is_not_written() throws IOException {
        Written written = apply(Written.NONE, "ring", Ownership.ENFORCED);
        Files.writeString(file, "# my note\nring=on\n");
        apply(written, "ring", Ownership.ENFORCED);
        assertThat(file).hasContent("# my note\nring=on");
    }

    private Written apply(Written before, String key, Ownership ownership) throws IOException {
        return new SettingsFile(file).apply(Map.of(key, new SettingValue("on", ownership)), before);
    }

    /** By the bits: root may write everything. */
    private boolean isOwnerWritable() throws IOException {
        return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE);
    }
}
