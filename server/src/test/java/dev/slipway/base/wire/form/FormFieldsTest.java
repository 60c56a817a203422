package dev.slipway.base.wire.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormFieldsTest {
    private static FormFields read(String form) {
        return FormFields.read(form.getBytes(StandardCharsets.US_ASCII));
    }

    @Property(tries = 300)
    void what_a_browser_sends_is_read_as_it_was_typed(@ForAll String typed) {
        String form = "a=1&who=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        String wellFormed = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(read(form).get("who")).isEqualTo(wellFormed.replace("\0", "").strip());
    }

    @Test
    void every_truncation_is_some_form() {
        String form = "who=Ann+B%C3%A9&code=7K3M%20Q9TD&&=x&y";
        for (int length = 0; length <= form.length(); length++) {
            assertThat(read(form.substring(0, length)).fields()).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(read(form).get("who")).isEqualTo("Ann Bé");
        assertThat(read(form).get("missing")).isEmpty();
    }

    @Test
    void of_two_of_one_name_the_first_counts_and_sixteen_names_are_enough() {
        String many = IntStream.range(0, 40).mapToObj(i -> "n" + i + "=" + i).collect(Collectors.joining("&"));

        assertThat(read("a=1&a=2").get("a")).isEqualTo("1");
        assertThat(read(many).fields()).hasSize(16);
    }
}
