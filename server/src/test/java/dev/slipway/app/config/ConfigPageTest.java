package dev.slipway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigPageTest {
    /** Surefire runs in the directory of the module. */
    private static final Path PAGE = Path.of("..", "docs", "reference", "configuration.md");

    @Test
    void the_page_says_what_the_keys_say() throws IOException {
        String page = ConfigPage.text();
        if (Boolean.getBoolean("slipway.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/reference/configuration.md is generated: run ./build -pl server -am test"
                        + " -Dtest=ConfigPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dtest.jvm.extra=-Dslipway.regenerate=true")
                .content()
                .isEqualTo(page);
    }
}
