package dev.slipway.door.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.core.enroll.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedTest {
    private static final Source ELSEWHERE = new Source("192.0.2.1", "", false, "portal.example.com");

    @Test
    void a_token_that_others_could_read_is_refused_and_one_over_tls_is_not() {
        Optional<Secret> token = Optional.of(new Secret("t"));
        assertThatThrownBy(() -> Routes.shielded(new Asked(ELSEWHERE, false, "", token)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("boot.tls-required"));
        Asked secure = new Asked(ELSEWHERE, true, "", token);
        assertThat(Routes.shielded(secure)).isSameAs(secure);
        Asked nothingShown = new Asked(ELSEWHERE, false, "", Optional.empty());
        assertThat(Routes.shielded(nothingShown)).isSameAs(nothingShown);
    }
}
