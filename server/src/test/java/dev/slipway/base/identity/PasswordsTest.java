package dev.slipway.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.slipway.base.fleet.Secret;
import dev.slipway.fake.Refusals;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new HashQueue(2, InstantSource.system()), new Random(1));

    private static Secret secret(String text) {
        return new Secret(text);
    }

    @Test
    void a_kept_password_is_right_and_another_is_wrong() {
        String kept = passwords.hash(secret("correct horse"));
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.check(secret("correct horse"), Optional.of(kept)))
                .isEqualTo(new Passwords.Verdict(true, Optional.empty()));
        assertThat(passwords.check(secret("correct horsf"), Optional.of(kept)).right())
                .isFalse();
    }

    @Test
    void the_same_password_is_kept_differently_each_time() {
        assertThat(passwords.hash(secret("correct horse"))).isNotEqualTo(passwords.hash(secret("correct horse")));
    }

    @Test
    void nothing_kept_is_never_right() {
        assertThat(passwords.check(secret("correct horse"), Optional.empty()).right())
                .isFalse();
        assertThat(passwords.check(secret(""), Optional.empty()).right()).isFalse();
    }

    @Test
    void lengths_are_limited_at_both_ends() {
        assertThat(passwords.hash(secret("a".repeat(8)))).isNotEmpty();
        assertThat(passwords.hash(secret("a".repeat(256)))).isNotEmpty();
        assertThat(Refusals.codeOf(() -> passwords.hash(secret("a".repeat(7))))).isEqualTo("password.too-short");
        assertThat(Refusals.codeOf(() -> passwords.hash(secret("a".repeat(257)))))
                .isEqualTo("password.too-long");
        assertThat(Refusals.codeOf(() -> passwords.hash(secret("é".repeat(129)))))
                .isEqualTo("password.too-long");
    }

    @Test
    void a_password_that_is_too_long_is_wrong_and_not_refused() {
        String kept = passwords.hash(secret("correct horse"));
        assertThat(passwords
                        .check(secret("a".repeat(100_000)), Optional.of(kept))
                        .right())
                .isFalse();
    }

    @Test
    void a_composed_and_a_decomposed_letter_are_the_same() {
        String kept = passwords.hash(secret("caf\u00e9 noir"));
        assertThat(passwords.check(secret("cafe\u0301 noir"), Optional.of(kept)).right())
                .isTrue();
    }

    @Test
    void a_right_password_with_older_parameters_is_hashed_again() {
        String older = Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID)
                .hash("old times")
                .getResult();
        String renewed = passwords
                .check(secret("old times"), Optional.of(older))
                .renewed()
                .orElseThrow();
        assertThat(passwords.check(secret("old times"), Optional.of(renewed)))
                .isEqualTo(new Passwords.Verdict(true, Optional.empty()));
        assertThat(passwords.check(secret("new times"), Optional.of(older)).renewed())
                .isEmpty();
    }
}
