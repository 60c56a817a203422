package dev.slipway.door.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.core.enroll.platform.Platforms;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {
    private static final URI ROOT = URI.create("https://p.example.com");
    private static final int BYTES_MAX = 10_000;

    private static Frame frame(Language language) {
        return new Frame(
                language, "it@example.com", ROOT, Optional.of(URI.create("https://p.example.com/a/" + "a".repeat(39))));
    }

    private static String activation(Language language, String person) {
        return Pages.activation(
                frame(language),
                new Pages.Activation(
                        person,
                        Instant.parse("2036-11-22T12:00:00Z"),
                        true,
                        List.of(new Pages.Choice("linphone", "Linphone"), new Pages.Choice("bootloader", "Bootloader")),
                        ROOT.resolve("/i/x"),
                        Optional.of("pin.wrong")));
    }

    private static String installation(Language language) {
        Platforms platforms = Platforms.ours();
        return Pages.installation(
                frame(language),
                new Pages.Installation(
                        platforms.all().getFirst(),
                        List.of(new Pages.Download("Linphone", URI.create("https://store.example.com/x"))),
                        Optional.of(ROOT.resolve("/get/linux")),
                        platforms.all()));
    }

    @ParameterizedTest
    @EnumSource
    void every_language_says_everything(Language language) {
        assertThat(language.keys()).isEqualTo(Language.EN.keys());
        assertThat(activation(language, "Ann")).contains("lang=\"" + language.tag() + "\"", "dir=\"ltr\"");
        for (String key : language.keys()) {
            assertThat(holes(language.say(key, "{0}", "{1}")))
                    .as(key)
                    .isEqualTo(holes(Language.EN.say(key, "{0}", "{1}")));
        }
    }

    private static List<String> holes(String text) {
        return Arrays.stream(new String[] {"{0}", "{1}"}).filter(text::contains).toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_page_is_small_without_its_code_for_cameras(Language language) {
        for (String page : List.of(activation(language, "Ann"), installation(language))) {
            assertThat(page.replaceAll("(?s)<svg.*?</svg>", "").length()).isLessThan(BYTES_MAX);
            assertThat(page.replace("<script src=\"https://p.example.com/a/live.js\" defer></script>", ""))
                    .doesNotContain("<script", "style=\"");
        }
    }

    @Property(tries = 200)
    void whatever_somebody_is_called_is_text_and_nothing_else(@ForAll String name) {
        String page = activation(Language.EN, name);
        String plain = activation(Language.EN, "");

        assertThat(page.chars().filter(c -> c == '<').count())
                .isEqualTo(plain.chars().filter(c -> c == '<').count());
    }
}
