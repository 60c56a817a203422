package dev.slipway.base.wire.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Map<String, String> VALUES = Map.of("user.name", "Ann ${link}", "link", "https://a/$1");

    @Test
    void variables_are_filled_in_and_what_they_say_is_not_searched_again() throws TemplateMalformed {
        Template template = Template.parse("Hello ${user.name}, $5 and ${link} or $${link}; ${link}$");

        assertThat(template.variables()).containsExactly("user.name", "link");
        assertThat(template.fill(VALUES::get))
                .isEqualTo("Hello Ann ${link}, $5 and https://a/$1 or ${link}; https://a/$1$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello ${user   | at character 7: ${ is never closed",
                "Hello ${}      | at character 9: a variable has",
                "${User}        | at character 3: a variable has",
                "${a b}         | at character 3: a variable has"
            })
    void what_is_no_variable_is_refused_with_its_place(String text, String why) {
        assertThatThrownBy(() -> Template.parse(text))
                .isInstanceOf(TemplateMalformed.class)
                .hasMessageContaining(why);
    }

    @Test
    void limits_hold_at_the_limit_and_one_past_it() throws TemplateMalformed {
        String most = "${a}".repeat(Template.VARIABLES_MAX);
        String longest = "x".repeat(Template.CHARACTERS_MAX);

        assertThat(Template.parse(most).fill(name -> "b")).hasSize(Template.VARIABLES_MAX);
        assertThat(Template.parse(longest).fill(name -> "")).isEqualTo(longest);
        assertThatThrownBy(() -> Template.parse(most + "${a}")).hasMessageContaining("variables");
        assertThatThrownBy(() -> Template.parse(longest + "x")).hasMessageContaining("characters");
        assertThatThrownBy(() -> Template.parse("${" + "a".repeat(65) + "}")).isInstanceOf(TemplateMalformed.class);
        assertThat(Template.parse("${" + "a".repeat(64) + "}").variables()).hasSize(1);
    }

    @Property
    void a_text_without_a_dollar_is_itself(@ForAll String any) throws TemplateMalformed {
        String text = any.replace("$", "");

        assertThat(Template.parse(text).fill(name -> "never")).isEqualTo(text);
    }

    @Property
    void an_escaped_text_is_itself(@ForAll String any) throws TemplateMalformed {
        String text = any.replace("$", "");

        assertThat(Template.parse("$${" + text).fill(name -> "never")).isEqualTo("${" + text);
    }

    @Property
    void every_truncation_is_read_or_refused(@ForAll String any) {
        String text = any + "${user.name} $${ ${link}";
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            try {
                assertThat(Template.parse(cut).fill(name -> "")).hasSizeLessThanOrEqualTo(cut.length());
            } catch (TemplateMalformed refused) {
                assertThat(refused).hasMessageContaining("at character");
            }
        }
    }
}
