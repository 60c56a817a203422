package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.admin.TestHouse.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportSettingsCommandTest {
    private Path directory;
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path fresh) throws IOException {
        directory = fresh;
        house = new TestHouse(fresh);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void a_settings_file_becomes_a_profile_and_what_was_not_understood_is_said() throws IOException {
        Path file = Files.writeString(directory.resolve("old.xml"), """
                <settings><phone-settings>
                <timezone perm="R">GER+1</timezone>
                <http_pass perm="R">s3cret</http_pass>
                <user_pass idx="1" perm="R">s3cret</user_pass>
                </phone-settings></settings>""");

        Ran dry = imported(file, "desk", "--dry-run");
        assertThat(dry.exit()).isZero();
        assertThat(house.run("profile", "show", "desk").exit()).isEqualTo(Exit.NOT_FOUND);

        assertThat(house.run("profile", "create", "desk").exit()).isZero();
        assertThat(house.run("profile", "set", "desk", "--initial", "time.zone=Europe/Paris", "--locked", "snom.x=1")
                        .exit())
                .isZero();
        Ran ran = imported(file, "desk");
        assertThat(ran.exit()).isEqualTo(Exit.PARTLY);
        assertThat(ran.err()).startsWith("line 4 user_pass: of an account");
        assertThat(ran.out()).contains("time.zone", "web.password", "locked");
        Ran shown = house.run("profile", "show", "desk", "-o", "json");
        assertThat(shown.out()).contains("Europe/Berlin", "snom.x", "****").doesNotContain("Europe/Paris");
        assertThat(ran.out()
                        + ran.err()
                        + shown.out()
                        + house.run("journal", "list").out())
                .doesNotContain("s3cret")
                .contains("profile.import");
    }

    @Test
    void what_is_no_settings_file_is_refused_with_a_code() throws IOException {
        Path other = Files.writeString(directory.resolve("other.txt"), "hello\n");
        assertThat(imported(other, "p").err()).contains("import.unknown-format");
        Path bytes = Files.write(directory.resolve("bytes.cfg"), "ü".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(imported(bytes, "p").err()).contains("import.malformed");
        Path largest = Files.write(directory.resolve("large.cfg"), new byte[(1 << 20) + 1]);
        assertThat(imported(largest, "p").err()).contains("import.malformed");
        assertThat(house.run("profile", "show", "p").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    private Ran imported(Path file, String profile, String... more) {
        return more.length == 0
                ? house.run("import", "settings", file.toString(), "--profile", profile)
                : house.run("import", "settings", file.toString(), "--profile", profile, more[0]);
    }
}
