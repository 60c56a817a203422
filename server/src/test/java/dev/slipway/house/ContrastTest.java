package dev.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colors of pages can be told apart (WCAG 2.2, success criteria 1.4.3 and 1.4.11), in the light and in the dark. */
class ContrastTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "dev", "slipway");
    private static final Pattern COLOR = Pattern.compile("--([a-z-]+): #([0-9a-f]{3,6})");
    private static final double TEXT_MIN = 4.5;
    private static final double EDGE_MIN = 3;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "door/activation/style.css | ink/ground quiet/ground accent/ground warn/ground | line/ground",
                "door/activation/style.css | ink/panel on/accent | ''",
                "door/portal/site/style.css | ink/ground quiet/ground accent/ground | ''",
                "door/portal/site/style.css | ink/panel on-accent/accent | ''"
            })
    void text_and_edges_of_fields_stand_out_in_both_themes(String file, String texts, String edges) throws IOException {
        List<Map<String, String>> themes = themes(Files.readString(RESOURCES.resolve(file)));

        assertThat(themes).as("light and dark").hasSize(2);
        assertThat(themes).allSatisfy(colors -> {
            assertThat(contrasts(colors, texts)).allMatch(ratio -> ratio >= TEXT_MIN);
            assertThat(contrasts(colors, edges)).allMatch(ratio -> ratio >= EDGE_MIN);
        });
    }

    private static List<Double> contrasts(Map<String, String> colors, String pairs) {
        return Stream.of(pairs.split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("/"))
                .map(pair -> contrast(colors, pair[0], pair[1]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"fff, 000, 21.0", "777777, fff, 4.47", "767676, fff, 4.54", "8cc4ff, 8cc4ff, 1.0"})
    void contrast_is_what_the_standard_says(String one, String other, double expected) {
        assertThat(contrast(Map.of("a", one, "b", other), "a", "b")).isBetween(expected - 0.01, expected + 0.01);
    }

    @Test
    void a_theme_that_says_less_keeps_what_the_first_said() {
        assertThat(themes(":root { --ink: #111; --on: #fff; } @media (dark) { :root { --ink: #eee; } }"))
                .containsExactly(Map.of("ink", "111", "on", "fff"), Map.of("ink", "eee", "on", "fff"));
    }

    private static List<Map<String, String>> themes(String css) {
        List<Map<String, String>> themes = new ArrayList<>();
        for (String block : css.split(":root", -1)) {
            Map<String, String> colors = themes.isEmpty() ? new HashMap<>() : new HashMap<>(themes.getLast());
            Matcher found = COLOR.matcher(block.split("}", 2)[0]);
            boolean some = false;
            while (found.find()) {
                colors.put(found.group(1), found.group(2));
                some = true;
            }
            if (some) {
                themes.add(colors);
            }
        }
        return themes;
    }

    private static double contrast(Map<String, String> colors, String one, String other) {
        double first = luminance(colors.getOrDefault(one, ""));
        double second = luminance(colors.getOrDefault(other, ""));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(String hex) {
        String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return 0.2126 * linear(full, 0) + 0.7152 * linear(full, 2) + 0.0722 * linear(full, 4);
    }

    private static double linear(String hex, int at) {
        double part = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
