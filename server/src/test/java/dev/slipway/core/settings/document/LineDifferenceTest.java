package dev.slipway.core.settings.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.core.settings.document.LineDifference.Kind;
import dev.slipway.core.settings.document.LineDifference.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDifferenceTest {
    @ParameterizedTest
    @CsvSource({
        "a b c,   a b c,   =a =b =c",
        "a b c,   a x c,   =a -b +x =c",
        "a b c,   a c,     =a -b =c",
        "a c,     a b c,   =a +b =c",
        "a b,     x y,     -a -b +x +y",
        "a b c a b b a, c b a b a c, -a -b =c +b =a =b -b =a +c"
    })
    void lines_are_taken_out_and_put_in(String before, String after, String steps) {
        assertThat(String.join(" ", words(words(before), words(after)))).isEqualTo(steps);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", "c").list().ofMaxSize(12);
    }

    @Property
    void both_texts_come_back_out_of_the_steps_and_nothing_shorter_would_do(
            @ForAll("texts") List<String> before, @ForAll("texts") List<String> after) {
        List<Step> steps = LineDifference.of(before, after);

        assertThat(side(steps, Kind.ADDED).map(step -> before.get(step.before())))
                .isEqualTo(before);
        assertThat(side(steps, Kind.REMOVED).map(step -> after.get(step.after())))
                .isEqualTo(after);
        assertThat(steps.stream().filter(step -> step.kind() == Kind.KEPT))
                .allMatch(step -> before.get(step.before()).equals(after.get(step.after())));
        assertThat(steps.stream().filter(step -> step.kind() == Kind.KEPT).count())
                .isEqualTo(longestCommon(before, after));
    }

    private static Steps side(List<Step> steps, Kind without) {
        return new Steps(steps.stream().filter(step -> step.kind() != without).toList());
    }

    private record Steps(List<Step> steps) {
        <T> List<T> map(java.util.function.Function<Step, T> part) {
            return steps.stream().map(part).toList();
        }
    }

    private static int longestCommon(List<String> before, List<String> after) {
        int[][] longest = new int[before.size() + 1][after.size() + 1];
        for (int x = 1; x <= before.size(); x++) {
            for (int y = 1; y <= after.size(); y++) {
                longest[x][y] = before.get(x - 1).equals(after.get(y - 1))
                        ? longest[x - 1][y - 1] + 1
                        : Math.max(longest[x - 1][y], longest[x][y - 1]);
            }
        }
        return longest[before.size()][after.size()];
    }

    @Test
    void texts_that_differ_by_more_than_a_person_compares_have_only_beginning_and_end_in_common() {
        List<String> before = framed(LineDifference.CHANGES_MAX, "old");
        List<String> after = framed(LineDifference.CHANGES_MAX, "new");

        List<Step> steps = LineDifference.of(before, after);

        assertThat(steps).hasSize(2 * LineDifference.CHANGES_MAX + 4);
        assertThat(steps.stream().filter(step -> step.kind() == Kind.KEPT)).hasSize(2);
    }

    @Test
    void as_many_changes_as_may_be_are_compared() {
        List<String> before = framed(LineDifference.CHANGES_MAX / 2 - 1, "old");
        List<String> after = framed(LineDifference.CHANGES_MAX / 2 - 1, "new");

        assertThat(LineDifference.of(before, after).stream().filter(step -> step.kind() == Kind.KEPT))
                .hasSize(3);
    }

    /** A line in common at the beginning, in the middle and at the end. */
    private static List<String> framed(int count, String word) {
        List<String> lines = new ArrayList<>(List.of("begin"));
        lines.addAll(Collections.nCopies(count / 2, word));
        lines.add("middle");
        lines.addAll(Collections.nCopies(count - count / 2, word));
        lines.add("end");
        return lines;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    private static List<String> words(List<String> before, List<String> after) {
        return LineDifference.of(before, after).stream()
                .map(step -> switch (step.kind()) {
                    case KEPT -> "=" + before.get(step.before());
                    case REMOVED -> "-" + before.get(step.before());
                    case ADDED -> "+" + after.get(step.after());
                })
                .toList();
    }
}
