package dev.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STYLE rule 17: every package says what it is for, every link leads somewhere, no text knows one machine. */
class DocsTest {
    private static final int PACKAGE_DOC_LINES_MIN = 3;
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s#]+)(?:#[^)\\s]*)?(?: \"[^\"]*\")?\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z+.-]*:.*");

    /** An absolute path, not the middle of a relative one or of an address. */
    private static final Pattern PATH_OF_A_MACHINE = Pattern.compile("(?<![\\w.})/-])/(?:work|farm)/");

    private static final String BINARY_MARK = "\0";

    @Test
    void every_package_says_what_it_is_for() {
        assertThat(silentPackages(SourceTree.main().toList())).isEmpty();
    }

    @Test
    void a_silent_package_is_found() {
        var type = SourceTree.sample("server/src/main/java/dev/slipway/core/A.java", "class A {}");

        assertThat(silentPackages(List.of(type))).as("no package-info").hasSize(1);
        assertThat(silentPackages(List.of(type, packageInfo("/** One.\n * Two.\n */\n@NullMarked"))))
                .as("two lines")
                .hasSize(1);
        assertThat(silentPackages(List.of(type, packageInfo("/** One.\n * Two.\n *\n * Three.\n */"))))
                .as("not null-marked")
                .hasSize(1);
        assertThat(silentPackages(List.of(type, packageInfo("/** One.\n * Two.\n *\n * Three.\n */\n@NullMarked"))))
                .isEmpty();
    }

    @Test
    void every_link_leads_somewhere() {
        assertThat(Repository.files(".md").flatMap(page -> deadLinks(page, text(page))))
                .isEmpty();
    }

    @Test
    void a_dead_link_is_found() {
        var page = Path.of("docs/start.md");

        assertThat(deadLinks(
                        page, "\n[two](../build) [three](gone.md#part)\n[four](https://example.org/) [five](#six)"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("docs/start.md:2", "gone.md"));
        assertThat(deadLinks(page, "```\n[two](gone.md)\n```\n")).isEmpty();
    }

    @Test
    void no_text_knows_the_machine_it_was_written_on() {
        assertThat(Repository.files("")
                        .flatMap(file -> pathsOfAMachine(file, Repository.text(file, StandardCharsets.ISO_8859_1))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"see %sshared", "\"%sx\"", "FILE=%sx"})
    void a_path_of_a_machine_is_found(String text) {
        var file = Path.of("docs/start.md");

        for (var root : List.of("work", "farm")) {
            assertThat(pathsOfAMachine(file, "\n" + text.formatted("/" + root + "/")))
                    .extracting(Finding::line)
                    .containsExactly(2L);
        }
        assertThat(pathsOfAMachine(file, "target/work/x https://example.org/work/x"))
                .isEmpty();
    }

    private static Stream<Finding> silentPackages(List<SourceFile> files) {
        var byPackage = files.stream().collect(Collectors.groupingBy(SourceFile::packageName));
        return byPackage.values().stream()
                .filter(siblings -> siblings.stream().noneMatch(DocsTest::speaks))
                .map(siblings -> siblings.getFirst()
                        .finding(
                                "its package has no package-info.java with @NullMarked and three lines",
                                "say what comes in, what goes out, what it never does, what to read first"));
    }

    private static boolean speaks(SourceFile file) {
        return file.isPackageInfo()
                && file.unit().getPackageAnnotations().stream()
                        .anyMatch(mark -> mark.getAnnotationType().toString().equals("NullMarked"))
                && file.comments().anyMatch(comment -> textLines(comment) >= PACKAGE_DOC_LINES_MIN);
    }

    private static long textLines(SourceFile.Comment comment) {
        return comment.text().startsWith("/**")
                ? comment.text().lines().filter(line -> line.matches(".*\\w.*")).count()
                : 0;
    }

    private static Stream<Finding> deadLinks(Path page, String text) {
        var prose = FENCED.matcher(text).replaceAll(block -> "\n".repeat((int) lineBreaks(block.group())));
        return LINK.matcher(prose)
                .results()
                .filter(link -> !ELSEWHERE.matcher(link.group("target")).matches())
                .filter(link -> !Files.exists(Repository.root()
                        .resolve(page)
                        .resolveSibling(link.group("target"))
                        .normalize()))
                .map(link -> finding(
                        page, prose, link, "the link %s leads nowhere".formatted(link.group("target")), "correct it"));
    }

    private static Stream<Finding> pathsOfAMachine(Path file, String text) {
        return text.contains(BINARY_MARK)
                ? Stream.empty()
                : PATH_OF_A_MACHINE
                        .matcher(text)
                        .results()
                        .map(path -> finding(
                                file, text, path, "a path of one machine", "write it relative or leave it out"));
    }

    private static Finding finding(Path file, String text, MatchResult match, String wrong, String instead) {
        return new Finding(file.toString(), 1 + lineBreaks(text.substring(0, match.start())), wrong, instead);
    }

    private static long lineBreaks(String text) {
        return text.chars().filter(character -> character == '\n').count();
    }

    private static String text(Path file) {
        return Repository.text(file, StandardCharsets.UTF_8);
    }

    private static SourceFile packageInfo(String head) {
        return SourceTree.sample("server/src/main/java/dev/slipway/core/package-info.java", head);
    }
}
