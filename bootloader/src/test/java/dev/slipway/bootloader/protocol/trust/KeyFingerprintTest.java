package dev.slipway.bootloader.protocol.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeyFingerprintTest {
    private static final SigningPublicKey KEY =
            new SigningPublicKey("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    private static final String TEXT = "HH3RHUFGIQST6BCSSQQ3T5I3TM";

    @Test
    void the_text_is_base32_of_the_first_128_bits_of_the_hash_of_the_raw_key() {
        assertThat(KeyFingerprint.of(KEY).text()).isEqualTo(TEXT);
    }

    @Test
    void case_does_not_count_and_other_keys_do_not_match() {
        var fingerprint = new KeyFingerprint(TEXT.toLowerCase(Locale.ROOT));
        assertThat(fingerprint.matches(KEY)).isTrue();
        assertThat(fingerprint.matches(new SigningPublicKey("00".repeat(32)))).isFalse();
    }

    @Test
    void one_character_less_or_more_or_an_unused_bit_that_is_set_is_refused() {
        for (String bad :
                new String[] {"", TEXT.substring(1), TEXT + "A", TEXT.substring(0, 25) + "B", "1" + TEXT.substring(1)
                }) {
            assertThatIllegalArgumentException().isThrownBy(() -> new KeyFingerprint(bad));
        }
    }
}
