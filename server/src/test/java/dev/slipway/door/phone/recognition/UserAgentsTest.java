package dev.slipway.door.phone.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.door.phone.recognition.UserAgents.Recognized;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class UserAgentsTest {
    private final UserAgents agents = UserAgents.read();

    @ParameterizedTest
    @CsvFileSource(resources = "user-agents.csv", delimiter = '|', emptyValue = "", nullValues = "-")
    void what_phones_send_is_understood(String maker, String model, String firmware, String mac, String userAgent) {
        Recognized said = agents.recognize(userAgent);
        assertThat(said.maker()).isEqualTo(maker);
        assertThat(said.model()).isEqualTo(model);
        assertThat(said.firmware()).isEqualTo(firmware);
        assertThat(said.mac()).isEqualTo(mac);
    }

    @Test
    void a_hash_or_a_serial_number_is_no_mac_address() {
        assertThat(agents.recognize("Fanvil X4 1.0 0c383e07e16c00").mac()).isEmpty();
        assertThat(agents.recognize("x gd311851f1aa").mac()).isEmpty();
        assertThat(agents.recognize("x 00:15-65:44:b3:7c").mac())
                .as("two kinds of separators")
                .isEmpty();
    }

    @Test
    void a_tie_goes_to_the_first_of_the_table_and_all_makers_are_named() {
        Recognized said = agents.recognize("Fanvil X4 2.10 AVAYA/J179-4.1");
        assertThat(said.maker()).isEqualTo("fanvil");
        assertThat(said.makers()).containsExactly("fanvil", "avaya");
    }

    @Property(tries = 300)
    void no_text_is_too_strange(@ForAll String userAgent) {
        assertThat(agents.recognize(userAgent).mac()).matches("|[0-9a-f]{12}");
    }
}
