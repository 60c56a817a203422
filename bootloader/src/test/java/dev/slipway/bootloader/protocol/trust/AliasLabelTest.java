package dev.slipway.bootloader.protocol.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AliasLabelTest {
    /** {@code printf it@example.com | sha256sum | head -c 32 | xxd -r -p | base32}, lower case, without padding. */
    @Test
    void a_label_is_what_other_programs_compute_too() {
        assertThat(AliasLabel.of("it@example.com")).isEqualTo("a-zoerm2qrlqpmkfpvzgnxl75wem");
    }

    @Test
    void case_and_composition_do_not_matter() {
        assertThat(AliasLabel.of("IT@Example.com")).isEqualTo(AliasLabel.of("it@example.com"));
        assertThat(AliasLabel.of("caf\u00e9@example.com")).isEqualTo(AliasLabel.of("cafe\u0301@example.com"));
    }
}
