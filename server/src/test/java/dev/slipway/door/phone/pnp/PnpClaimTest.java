package dev.slipway.door.phone.pnp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.wire.sip.SipMessage;
import dev.slipway.door.phone.recognition.UserAgents;
import dev.slipway.fake.Subscribes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PnpClaimTest {
    private static final UserAgents AGENTS = UserAgents.read();

    @ParameterizedTest
    @CsvSource({
        "snom, 00135e874b49, ''",
        "gigaset, 7c2f80e0d605, gigaset",
        "yealink, 805e0c4d796d, yealink",
        "audiocodes, '', audiocodes",
        "planet, 00304fa99948, planet",
        "fanvil, 0c383e0a0b0c, fanvil",
        "panasonic, 0080f0c1d2e3, panasonic",
    })
    void every_maker_is_understood(String whose, String mac, String maker) {
        assertThat(claim(Subscribes.of(whose))).contains(new PnpClaim(mac, maker));
    }

    @Test
    void a_mac_address_in_from_alone_is_found() {
        String request = Subscribes.of("planet").replace("SUBSCRIBE sip:MAC=00304fa99948@", "SUBSCRIBE sip:");
        assertThat(claim(request).orElseThrow().mac()).isEqualTo("00304fa99948");
    }

    @ParameterizedTest
    @CsvSource({"SUBSCRIBE sip, REGISTER sip", "ua-profile, presence", "Event:, X-Event:"})
    void what_asks_for_something_else_is_none(String there, String instead) {
        assertThat(claim(Subscribes.of("planet").replace(there, instead))).isEmpty();
    }

    private static Optional<PnpClaim> claim(String request) {
        return PnpClaim.of(SipMessage.read(request.getBytes(StandardCharsets.UTF_8)), AGENTS);
    }
}
