package dev.slipway.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VersionOrderTest {
    private static final List<String> OLDER_FIRST = List.of(
            "0.9",
            "1.0-alpha",
            "1.0.0-alpha.1",
            "1-alpha.2",
            "1.0-beta",
            "1.0-rc.1",
            "1.0-rc.2",
            "1.0-rc.10",
            "1",
            "1.0",
            "1.0.0",
            "1.0-1",
            "1.0.1",
            "1.2",
            "1.9",
            "1.10",
            "1.10a",
            "1.10b",
            "1.10.1",
            "2.0~rc1",
            "2.0");

    private final VersionOrder order = new VersionOrder();

    @Test
    void versions_are_ordered_as_people_mean_them() {
        List<String> shuffled = new ArrayList<>(OLDER_FIRST);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(order);
        assertThat(shuffled).isEqualTo(OLDER_FIRST);
        assertThat(order.compare("2026.11.22", "20261122")).isNegative();
        assertThat(order.compare("9", "10")).isNegative();
    }

    @Test
    void numbers_may_be_longer_than_any_machine_number() {
        assertThat(order.compare("1.99999999999999999999", "1.100000000000000000000"))
                .isNegative();
    }

    @Test
    void only_equal_texts_compare_as_equal() {
        assertThat(order.compare("1.0", "1.0")).isZero();
        assertThat(order.compare("1.0", "1.00")).isNotZero();
        assertThat(order.compare("", "0")).isNotZero();
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.strings().withChars("019ab.-~").ofMaxLength(6);
    }

    @Property(tries = 3000, seed = "42")
    void the_order_is_total(@ForAll("versions") String a, @ForAll("versions") String b, @ForAll("versions") String c) {
        assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
            assertThat(order.compare(a, c)).isNotPositive();
        }
    }
}
