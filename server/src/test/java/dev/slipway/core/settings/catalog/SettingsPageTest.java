package dev.slipway.core.settings.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    /** Surefire runs in the directory of the module. */
    private static final Path PAGE = Path.of("..", "docs", "reference", "settings.md");

    @Test
    void the_page_says_what_the_data_file_says() throws IOException {
        String page = new SettingsPage(KeyCatalog.with()).text();
        if (Boolean.getBoolean("slipway.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/reference/settings.md is generated: run ./build -pl server -am test -Dtest=SettingsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.extra=-Dslipway.regenerate=true")
                .content()
                .isEqualTo(page);
    }
}
