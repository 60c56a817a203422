package dev.slipway.core.enroll.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongTableTest {
    @Property(tries = 200)
    void it_answers_as_a_map_would_after_any_puts(
            @ForAll @Size(max = 400) List<@LongRange(min = -40, max = 40) Long> keys) {
        LongTable table = new LongTable();
        Map<Long, Long> model = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            long key = keys.get(i);
            if (key == 0) {
                continue;
            }
            table.put(key, i);
            model.put(key, (long) i);
        }
        assertThat(table.size()).isEqualTo(model.size());
        for (long key = -41; key <= 41; key++) {
            assertThat(table.get(key)).isEqualTo(model.getOrDefault(key, LongTable.NONE));
        }
    }

    @Property(tries = 1)
    void key_zero_is_refused_and_never_found() {
        LongTable table = new LongTable();
        assertThat(table.get(0)).isEqualTo(LongTable.NONE);
        assertThatThrownBy(() -> table.put(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
