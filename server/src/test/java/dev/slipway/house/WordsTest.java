package dev.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** STYLE rules 16 and 17: names that say what a type is, comments that help. */
class WordsTest {
    private static final Pattern REFUSED_NAME = Pattern.compile("(?:Abstract|Default)(?=[A-Z]).*"
            + "|.*(?:Manager|Helper|Utils?|Impl|Processor|Data|Info|Base|Abstract|Default|Dto)");

    private static final Pattern OPEN_END = Pattern.compile("\\b(?:TODO|FIXME)\\b(?!\\s*\\(?#\\d)");
    /** An assignment, a call, a return or an import with its semicolon; a lone brace; the head of a block. */
    private static final Pattern CODE = Pattern.compile(
            "//\\s*(?:(?:import|return) .*|\\w[\\w.<>, ]* = .*|[\\w.]+\\(.*\\));|//\\s*[}{]+|//.*\\) \\{");

    @Test
    void names_say_what_a_type_is() {
        assertThat(SourceTree.all().flatMap(WordsTest::emptyNames)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DeviceManager", "TextUtil", "TextUtils", "DeviceDto", "StoreImpl", "AbstractDoor", "UserInfo"})
    void a_name_that_says_nothing_is_found(String name) {
        assertThat(emptyNames(sample("class Outer { interface " + name + " {} }")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Metadata", "Database", "Defaults", "Abstraction", "DeviceService"})
    void a_name_that_only_looks_alike_is_allowed(String name) {
        assertThat(emptyNames(sample("class " + name + " {}"))).isEmpty();
    }

    @Test
    void comments_are_for_readers() {
        assertThat(SourceTree.all().flatMap(WordsTest::idleComments)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/* TODO later */           | no issue number",
                "// FIXME: later            | no issue number",
                "/** @author me */          | author",
                "// count = count + 1;      | code",
                "// send(message);          | code",
                "// if (device.isActive()) { | code"
            })
    void an_idle_comment_is_found(String comment, String why) {
        assertThat(idleComments(sample("class A {}\n" + comment)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("A.java:3", why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TODO #12: a second listener",
                "// First the lock (see above);",
                "class B { String b = \"// FIXME\"; String c = \"\"\"\n// FIXME\n\"\"\"; char d = '\"'; }"
            })
    void a_comment_that_helps_is_allowed(String text) {
        assertThat(idleComments(sample(text))).isEmpty();
    }

    private static Stream<Finding> emptyNames(SourceFile file) {
        return file.all(ClassTree.class)
                .filter(type -> REFUSED_NAME.matcher(type.getSimpleName()).matches())
                .map(type -> file.finding(
                        type, type.getSimpleName() + " says nothing", "name it by what it does or by what differs"));
    }

    private static Stream<Finding> idleComments(SourceFile file) {
        return file.comments().flatMap(comment -> idle(comment)
                .map(reason -> new Finding(file.path(), comment.line(), reason, "say why, or delete the comment")));
    }

    private static Stream<String> idle(SourceFile.Comment comment) {
        return Stream.of(
                        OPEN_END.matcher(comment.text()).find() ? "an open end with no issue number" : "",
                        comment.text().contains("@author") ? "an author tag" : "",
                        CODE.matcher(comment.text()).matches() ? "code that is commented out" : "")
                .filter(reason -> !reason.isEmpty());
    }

    private static SourceFile sample(String text) {
        return SourceTree.sample("server/src/main/java/dev/slipway/core/A.java", text);
    }
}
