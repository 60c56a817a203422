package dev.slipway.admin.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.admin.cli.simulate.World.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A thousand phones. */
class PowerCutTest {
    private static final int PHONES = 1_000;
    private static final Answer FILE = new Answer(200, Optional.empty(), "\"one\"", "");

    private final Taking taking = new Taking(Instant.EPOCH, Optional.empty(), file -> Optional.empty(), new Random(42));
    private final Phone phone =
            new Phone("one", URI.create("http://127.0.0.1/d/one"), Map.of(), new Phone.Manner(false, false));

    @Test
    void all_at_one_moment_the_ideal_is_their_number_through_the_capacity() {
        PowerCut cut = cut(0);
        assertThat(cut.idealSeconds(100)).isCloseTo(10, within(0.001));
    }

    @Test
    void where_there_is_capacity_enough_the_ideal_is_when_the_last_one_started() {
        PowerCut cut = cut(20);
        assertThat(cut.idealSeconds(1_000_000)).isBetween(90.0, 160.0);
    }

    @Test
    void it_is_drained_with_the_last_answer() {
        PowerCut cut = cut(0);
        assertThat(cut.afterAnswer(phone, FILE, 3_000_000_000L)).isEmpty();
        assertThat(cut.afterAnswer(phone, Answer.NONE, 4_000_000_000L)).isPresent();

        assertThat(cut.served()).isEqualTo(1);
        assertThat(cut.drainedSeconds()).isEqualTo(3);
        assertThat(cut.requestsPerDevice()).isEqualTo(0.002);
    }

    private PowerCut cut(double spread) {
        var cut = new PowerCut(taking, spread, PHONES);
        for (int index = 0; index < PHONES; index++) {
            cut.first(index, phone);
        }
        return cut;
    }
}
