package dev.slipway.door.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaidTest {
    @Test
    void a_tie_is_said_with_the_maker_that_was_taken_first() {
        assertThat(said(Map.of("maker", "fanvil", "model", "X4", "makers", "fanvil, avaya")))
                .isEqualTo("fanvil X4 (its user agent also fits avaya) from 192.0.2.7");
        assertThat(said(Map.of("maker", "fanvil", "model", "X4", "makers", "fanvil")))
                .isEqualTo("fanvil X4 from 192.0.2.7");
    }

    @Test
    void a_certificate_is_said_and_a_program_without_name_too() {
        assertThat(said(Map.of("makers", "", "certificate_words", "the certificate of 000413a11fa7")))
                .isEqualTo("a program without name from 192.0.2.7 with the certificate of 000413a11fa7");
    }

    private static String said(Map<String, String> fields) {
        return Said.of(new Claim(new Source("192.0.2.7", "", true, ""), fields, List.of()));
    }
}
