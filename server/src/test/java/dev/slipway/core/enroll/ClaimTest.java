package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.devices.DeviceIdentifier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {
    @Test
    void marks_are_normalized_and_stand_strongest_first() {
        assertThat(Claims.linux("mac=00-04-13-AA-BB-CC", "machine= m1 ", "serial=S 1", "mac=000413aabbcc")
                        .identifiers())
                .containsExactly(
                        new DeviceIdentifier("serial", "S 1"),
                        new DeviceIdentifier("machine", "m1"),
                        new DeviceIdentifier("mac", "000413aabbcc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial=To Be Filled By O.E.M.",
                "serial=0000000",
                "serial=",
                "machine=00000000-0000-0000-0000-000000000000",
                "mac=00:00:00:00:00:00",
                "mac=ff:ff:ff:ff:ff:ff",
                "mac=52:54:00:12:34:56",
                "mac=02:42:ac:11:00:02",
                "mac=00:04:13"
            })
    void a_mark_that_thousands_share_is_none(String mark) {
        assertThat(Claims.linux(mark).identifiers()).isEmpty();
    }

    @Test
    void more_than_32_marks_are_not_kept() {
        String[] marks = IntStream.range(0, 40).mapToObj(i -> "serial=S" + i).toArray(String[]::new);
        assertThat(Claims.linux(marks).identifiers()).hasSize(Claim.IDENTIFIERS_MAX);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, cb0071",
        "203.0.113.250, cb0071",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "::ffff:203.0.113.7, cb0071",
        "not an address, unknown",
        "'', unknown"
    })
    void a_network_is_the_first_24_or_64_bits(String address, String network) {
        assertThat(new Source(address, "", true, "").network()).isEqualTo(network);
    }

    @Test
    void only_this_machine_is_loopback() {
        assertThat(new Source("127.0.0.1", "", false, "").isLoopback()).isTrue();
        assertThat(new Source("::1", "", false, "").isLoopback()).isTrue();
        assertThat(new Source("203.0.113.7", "", false, "").isLoopback()).isFalse();
    }
}
