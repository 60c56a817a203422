package dev.slipway.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DerivedTokenTest {
    private static final TokenKey KEY = key(0);
    private static final TokenSubject SUBJECT = new TokenSubject("address", 1, 42, 0);

    /** Computed with Python's hmac, hashlib and base64 from the key 00 01 ... 1f. */
    private static final String KNOWN = "aaaaaaaaaaacvri2bgkbiiwakvf3ah33wepbcsa";

    @Test
    void it_is_the_text_that_another_program_computes() {
        assertThat(DerivedToken.of(KEY, SUBJECT).text()).isEqualTo(KNOWN).hasSize(DerivedToken.LENGTH);
    }

    @Property(tries = 200)
    void what_is_written_is_read_back_and_proves_itself(
            @ForAll String purpose, @ForAll long tenant, @ForAll long id, @ForAll int generation) {
        TokenSubject subject = new TokenSubject(purpose, tenant, id, generation);
        DerivedToken read =
                DerivedToken.parse(DerivedToken.of(KEY, subject).text()).orElseThrow();
        assertThat(read.id()).isEqualTo(id);
        assertThat(read.isOf(KEY, subject)).isTrue();
    }

    @Test
    void it_is_worthless_for_any_other_subject_or_key() {
        DerivedToken token = DerivedToken.of(KEY, SUBJECT);
        assertThat(token.isOf(KEY, new TokenSubject("link", 1, 42, 0))).isFalse();
        assertThat(token.isOf(KEY, new TokenSubject("address", 2, 42, 0))).isFalse();
        assertThat(token.isOf(KEY, new TokenSubject("address", 1, 43, 0))).isFalse();
        assertThat(token.isOf(KEY, new TokenSubject("address", 1, 42, 1))).isFalse();
        assertThat(token.isOf(key(1), SUBJECT)).isFalse();
    }

    @Test
    void every_other_character_at_every_place_is_noticed() {
        for (int position = 0; position < KNOWN.length(); position++) {
            for (char other : "abcdefghijklmnopqrstuvwxyz0123456789=A ".toCharArray()) {
                String changed = KNOWN.substring(0, position) + other + KNOWN.substring(position + 1);
                boolean taken = DerivedToken.parse(changed)
                        .filter(token -> token.isOf(KEY, SUBJECT))
                        .isPresent();
                assertThat(taken).as(changed).isEqualTo(changed.equals(KNOWN));
            }
        }
    }

    @Test
    void there_is_one_way_to_write_a_token() {
        assertThat(DerivedToken.parse(KNOWN.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(DerivedToken.parse(KNOWN + "=")).isEmpty();
        assertThat(DerivedToken.parse(KNOWN.substring(1))).isEmpty();
        assertThat(DerivedToken.parse("")).isEmpty();
        String open = KNOWN.substring(0, DerivedToken.LENGTH - 1);
        long ways = "abcdefghijklmnopqrstuvwxyz234567"
                .chars()
                .filter(last -> DerivedToken.parse(open + (char) last).isPresent())
                .count();
        assertThat(ways).as("the last character holds two bits").isEqualTo(4);
    }

    @Property(tries = 500)
    void any_text_of_the_length_is_read_or_refused_without_a_fault(@ForAll @StringLength(39) String text) {
        assertThat(DerivedToken.parse(text).map(DerivedToken::text).orElse(text))
                .isEqualTo(text);
    }

    @Test
    void its_text_form_shows_the_id_only() {
        assertThat(DerivedToken.of(KEY, SUBJECT)).hasToString("42:****");
        assertThat(KEY).hasToString("****");
    }

    private static TokenKey key(int first) {
        byte[] bytes = new byte[32];
        IntStream.range(0, bytes.length).forEach(index -> bytes[index] = (byte) (first + index));
        return TokenKey.derivedFrom(new SecretKeySpec(bytes, "AES"));
    }
}
