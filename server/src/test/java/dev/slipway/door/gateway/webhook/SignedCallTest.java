package dev.slipway.door.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Secret;
import org.junit.jupiter.api.Test;

class SignedCallTest {
    /** The example that libraries of Standard Webhooks test themselves with. */
    @Test
    void it_is_signed_as_receivers_check_it() {
        var secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(SignedCall.sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
