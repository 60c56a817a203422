package dev.slipway.admin.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void without_answers_there_is_no_latency() {
        assertThat(new Latencies().millis(0.99)).isZero();
    }

    @Property
    void a_share_is_never_told_too_low_and_at_most_a_tenth_too_high(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 10_000, max = 60_000_000_000L) Long> nanos) {
        var latencies = new Latencies();
        nanos.forEach(latencies::count);

        double half = nanos.stream().sorted().toList().get((nanos.size() + 1) / 2 - 1) / 1e6;
        assertThat(latencies.millis(0.5)).isBetween(half * 0.999999, half * 1.0906);
    }
}
