package dev.slipway.base.wire.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.wire.sms.SmsText.Alphabet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {
    @ParameterizedTest
    @CsvSource({
        "a, 160, GSM_7, 1",
        "a, 161, GSM_7, 2",
        "a, 306, GSM_7, 2",
        "a, 307, GSM_7, 3",
        "€, 80, GSM_7, 1",
        "€, 81, GSM_7, 2",
        "€, 152, GSM_7, 2",
        "€, 153, GSM_7, 3",
        "ê, 70, UCS_2, 1",
        "ê, 71, UCS_2, 2",
        "ê, 134, UCS_2, 2",
        "ê, 135, UCS_2, 3",
        "😀, 35, UCS_2, 1",
        "😀, 36, UCS_2, 2",
        "😀, 66, UCS_2, 2",
        "😀, 67, UCS_2, 3"
    })
    void a_text_is_parted_at_the_limit_of_its_alphabet(String character, int count, Alphabet alphabet, int parts) {
        SmsText text = SmsText.of(character.repeat(count));

        assertThat(text.alphabet()).isEqualTo(alphabet);
        assertThat(text.parts()).hasSize(parts);
    }

    @Test
    void nothing_is_one_message() {
        assertThat(SmsText.of("")).isEqualTo(new SmsText(Alphabet.GSM_7, 0, List.of("")));
    }

    @Test
    void the_characters_that_cost_are_named_once() {
        assertThat(SmsText.foreign("Gr\u00fc\u00dfe \u2013 l\u2019\u00eat\u00e9 \u2013 \ud83d\ude00"))
                .isEqualTo("\u2013\u2019\u00ea\ud83d\ude00");
        assertThat(SmsText.foreign("\u001b")).isEqualTo("\u001b");
    }

    @Test
    void codes_are_those_of_the_specification() {
        assertThat(Gsm7.unpacked("@A\u00e0\u0394\n")).containsExactly(0x00, 0x41, 0x7f, 0x10, 0x0a);
        assertThat(Gsm7.unpacked("\u20ac[|\f")).containsExactly(0x1b, 0x65, 0x1b, 0x3c, 0x1b, 0x40, 0x1b, 0x0a);
        assertThatThrownBy(() -> Gsm7.unpacked("a\u00ea")).hasMessageContaining("character 1");
    }

    @Property
    void parts_are_the_text_and_none_is_too_long(@ForAll @StringLength(max = 600) String any) {
        String text = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        SmsText parted = SmsText.of(text);
        int most = parted.parts().size() == 1
                ? parted.alphabet().alone()
                : parted.alphabet().parted();

        assertThat(String.join("", parted.parts())).isEqualTo(text);
        assertThat(parted.parts()).allMatch(part -> units(parted.alphabet(), part) <= most);
        assertThat(parted.parts()).noneMatch(part -> !part.isEmpty() && Character.isLowSurrogate(part.charAt(0)));
        assertThat(parted.units())
                .isEqualTo(parted.parts().stream()
                        .mapToInt(part -> units(parted.alphabet(), part))
                        .sum());
    }

    @Property
    void one_foreign_character_makes_all_of_it_wide(
            @ForAll @UniqueElements List<@net.jqwik.api.constraints.CharRange(from = ' ', to = 'Z') Character> plain) {
        var text = new StringBuilder();
        plain.forEach(text::append);

        assertThat(SmsText.of(text.toString()).alphabet()).isEqualTo(Alphabet.GSM_7);
        assertThat(SmsText.of(text + "\u0151").alphabet()).isEqualTo(Alphabet.UCS_2);
    }

    private static int units(Alphabet alphabet, String part) {
        return switch (alphabet) {
            case GSM_7 -> Gsm7.unpacked(part).length;
            case UCS_2 -> part.length();
        };
    }
}
