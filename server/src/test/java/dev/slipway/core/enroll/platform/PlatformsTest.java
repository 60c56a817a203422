package dev.slipway.core.enroll.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.core.enroll.platform.Platforms.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformsTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "platforms.md");

    private final Platforms platforms = Platforms.ours();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 | windows",
                "Mozilla/5.0 (Windows NT 10.0; Microsoft; rv:144.0) Gecko/20100101 Firefox/144.0 | windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15 | macos",
                "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0 | linux",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 | chromeos",
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/141.0 Mobile | android",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 | ios",
                "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 | ipados",
                "Nokia6230/2.0 (05.24) Profile/MIDP-2.0 Configuration/CLDC-1.1 | java-me",
                "Mozilla/4.0 (compatible; snomD785-SIP 10.1.175.16) | snom",
                "Yealink SIP-T54W 96.86.0.100 00:15:65:00:00:01 | yealink",
                "Gigaset N510 IP PRO/42.258 | gigaset",
                "Linphone/5.2.5 (LinphoneCore/5.3) | linphone",
                "Java-http-client/25 | java",
                "Lynx/2.9.2 | other",
                "'' | other"
            })
    void a_user_agent_is_recognized_as(String userAgent, String platform) {
        assertThat(platforms.recognize(new Visitor(userAgent, "")).name()).isEqualTo(platform);
    }

    @Test
    void the_platform_hint_goes_before_the_user_agent() {
        var frozen = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36";
        assertThat(platforms.recognize(new Visitor(frozen, "\"Android\"")).name())
                .isEqualTo("android");
        assertThat(platforms.recognize(new Visitor(frozen, "\"Chrome OS\"")).name())
                .isEqualTo("chromeos");
        assertThat(platforms.recognize(new Visitor(frozen, "\"Unheard Of\"")).name())
                .isEqualTo("linux");
    }

    @Test
    void only_so_much_of_a_user_agent_is_read() {
        assertThat(platforms
                        .recognize(new Visitor("x".repeat(1017) + "windows", ""))
                        .name())
                .isEqualTo("windows");
        assertThat(platforms
                        .recognize(new Visitor("x".repeat(1018) + "windows", ""))
                        .name())
                .isEqualTo("other");
    }

    @Test
    void every_platform_has_a_name_of_its_own_and_ends_somewhere() {
        assertThat(platforms.all()).extracting(Platform::name).doesNotHaveDuplicates();
        assertThat(platforms.all())
                .allSatisfy(platform -> assertThat(platform.steps()).isNotEmpty());
        assertThat(platforms.all())
                .extracting(Platform::name)
                .doesNotContain("files", "migration", "style.css")
                .contains("linux", "macos", "windows", "java", "android", "ios", "ipados", "chromeos", "java-me");
    }

    @Test
    void the_reference_page_says_what_the_table_says() throws IOException {
        assertThat(Files.readString(PAGE)).endsWith(table());
    }

    private String table() {
        return platforms.all().stream()
                .map(platform -> "## %s (`/get/%s`)\nGets: %s.\n\n%s\n"
                        .formatted(
                                platform.title(),
                                platform.name(),
                                platform.bundled()
                                        ? "the Bootloader, `slipway-bootloader-" + platform.name() + ".zip`"
                                                + (platform.name().equals("linux") ? " or `.deb`" : "")
                                        : "instructions",
                                platform.steps().stream()
                                        .map(step -> "1. " + step + "\n")
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining("\n"));
    }
}
