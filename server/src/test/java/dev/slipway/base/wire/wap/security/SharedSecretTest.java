package dev.slipway.base.wire.wap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.wire.wap.Vectors;
import dev.slipway.base.wire.wap.security.SharedSecret.OfBoth;
import dev.slipway.base.wire.wap.security.SharedSecret.OfNetwork;
import dev.slipway.base.wire.wap.security.SharedSecret.OfUser;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {
    private static final byte[] DOCUMENT = Vectors.bytes("minimal-gprs");
    private static final Imsi IMSI = new Imsi("466923103145252");
    private static final Pin PIN = new Pin("1234");

    /** The codes are those of Kannel for the same bytes. */
    @Test
    void every_method_signs_as_others_do() {
        assertThat(new OfUser(PIN).sign(DOCUMENT))
                .isEqualTo(signature(Security.USERPIN, "A509FBB9B47F7F2C9BBF759BE8384FA99B08101B"));
        assertThat(new OfNetwork(IMSI).sign(DOCUMENT))
                .isEqualTo(signature(Security.NETWPIN, "5F5E74292400E96B647100EE1EEFF2D8A830340E"));
        assertThat(new OfBoth(IMSI, PIN).sign(DOCUMENT))
                .isEqualTo(signature(Security.USERNETWPIN, "369B5A6E1AD85098D4BF3D1D570FBE884243D14C"));
        assertThat(UserPinMac.pin(DOCUMENT, "12345")).isEqualTo(new Pin("1234538586"));
    }

    @ParameterizedTest
    @CsvSource({"466923103145252, 4966291330412525", "46692310314525, 41662913304125f5"})
    void an_imsi_is_a_key_as_its_file_has_it(String digits, String key) {
        assertThat(HexFormat.of().formatHex(new Imsi(digits).key())).isEqualTo(key);
    }

    @Test
    void one_flipped_bit_or_another_secret_is_not_believed() {
        Signature signature = new OfUser(PIN).sign(DOCUMENT);

        assertThat(new OfUser(PIN).verifies(DOCUMENT, signature)).isTrue();
        assertThat(new OfUser(new Pin("1235")).verifies(DOCUMENT, signature)).isFalse();
        assertThat(new OfNetwork(IMSI).verifies(DOCUMENT, signature)).isFalse();
        assertThat(new OfUser(PIN).verifies(DOCUMENT, new Signature(Security.USERPINMAC, Optional.empty())))
                .isFalse();
        for (int bit = 0; bit < 8 * DOCUMENT.length; bit++) {
            byte[] flipped = DOCUMENT.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(new OfUser(PIN).verifies(flipped, signature)).isFalse();
        }
    }

    @Property(tries = 100)
    void a_pin_that_holds_the_code_is_believed_for_its_document_alone(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int changed) {
        Pin pin = UserPinMac.pin(DOCUMENT, new Random(seed));
        char[] digits = pin.digits().toCharArray();
        digits[changed] = digits[changed] == '9' ? '0' : (char) (digits[changed] + 1);

        assertThat(pin.digits()).hasSize(2 * UserPinMac.HALF_LENGTH);
        assertThat(UserPinMac.verifies(DOCUMENT, pin)).isTrue();
        if (changed >= UserPinMac.HALF_LENGTH) {
            assertThat(UserPinMac.verifies(DOCUMENT, new Pin(new String(digits))))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "12343858", "12345385861"})
    void a_pin_of_another_length_holds_no_code(String digits) {
        assertThat(UserPinMac.verifies(DOCUMENT, new Pin(digits))).isFalse();
    }

    @Test
    void a_pin_of_ours_has_six_digits_and_every_digit_comes() {
        var random = new Random(1);
        String all = "";
        for (int round = 0; round < 50; round++) {
            Pin pin = Pin.random(random);
            assertThat(pin.digits()).hasSize(Pin.LENGTH);
            assertThat(pin.isShort()).isFalse();
            all += pin.digits();
        }
        assertThat(all).contains("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(PIN.isShort()).isTrue();
    }

    @Test
    void nothing_shows_a_secret() {
        assertThat(new OfBoth(IMSI, PIN).toString()).doesNotContain("1234", "466923103145252");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12 4", "12345678901234567", "1234a", "-123"})
    void what_is_no_pin_is_refused(String digits) {
        assertThatThrownBy(() -> new Pin(digits)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567890123456", "12345x"})
    void what_is_no_imsi_is_refused(String digits) {
        assertThatThrownBy(() -> new Imsi(digits)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Signature signature(Security security, String mac) {
        return new Signature(security, Optional.of(mac));
    }
}
