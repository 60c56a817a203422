package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class WildcardTest {
    @Property
    void it_says_what_the_regular_expression_says(
            @ForAll @Chars({'*', '?', 'a', 'b'}) @StringLength(max = 8) String pattern,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 10) String text) {
        String expression = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Character.toString(c))
                .collect(Collectors.joining());
        assertThat(Wildcard.matches(pattern, text)).isEqualTo(Pattern.matches(expression, text));
    }

    @Test
    void many_stars_cost_no_more_than_one() {
        String pattern = "*a".repeat(500) + "b";
        boolean matched = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Wildcard.matches(pattern, "a".repeat(10_000)));
        assertThat(matched).isFalse();
    }
}
