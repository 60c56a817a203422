package dev.slipway.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
    private static final Map<String, String> VALUES = Map.of("user.login", "alice", "user.name", "${user.login} $1 \\");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "plain               | plain",
                "sip:${user.login}@h | sip:alice@h",
                "${user.login}${user.login} | alicealice",
                "$${user.login}      | ${user.login}",
                "$$${user.login}     | $${user.login}",
                "costs $5 {or} $     | costs $5 {or} $",
                "${user.name}        | ${user.login} $1 \\",
            })
    void placeholders_are_filled_once(String template, String filled) {
        assertThat(fill(template)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({"${user.phone}", "${}", "${user.login", "${ user.login}"})
    void what_nothing_stands_for_is_thrown_with_its_name(String template) {
        assertThatThrownBy(() -> fill(template)).isInstanceOf(Refusal.class).hasMessageContaining("nothing for");
    }

    @Test
    void the_names_leave_out_what_is_escaped() {
        assertThat(Placeholders.names("${a.b} $${c.d} ${e.f")).containsExactly("a.b", "e.f (never closed)");
        assertThat(Placeholders.in("plain $ {")).isFalse();
    }

    private static String fill(String template) {
        return Placeholders.fill(
                template,
                name -> Optional.ofNullable(VALUES.get(name)),
                name -> new Refusal("test.missing", "nothing for " + name));
    }
}
