package dev.slipway.base.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void its_text_is_stars_of_one_length() {
        assertThat(new Secret("a")).hasToString("****");
        assertThat("login with " + new Secret("a much longer one")).isEqualTo("login with ****");
    }

    @Test
    void equal_values_are_equal_and_others_are_not() {
        assertThat(new Secret("same"))
                .isEqualTo(new Secret("same"))
                .hasSameHashCodeAs(new Secret("same"))
                .isNotEqualTo(new Secret("samf"))
                .isNotEqualTo(new Secret("sam"))
                .isNotEqualTo("same");
    }

    @Test
    void it_reveals_what_it_was_given() {
        assertThat(new Secret("grüße").reveal()).isEqualTo("grüße");
    }
}
