package dev.slipway.base.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void a_refusal_says_its_code_and_its_sentence() {
        Refusal refusal = new Refusal("data.in-use", "Stop the other one.");

        assertThat(refusal.code()).isEqualTo("data.in-use");
        assertThat(refusal.sentence()).isEqualTo("Stop the other one.");
        assertThat(refusal).hasMessage("data.in-use: Stop the other one.");
    }

    @Test
    void a_refusal_takes_no_stack_trace() {
        assertThat(new Refusal("data.in-use", "Stop the other one.").getStackTrace())
                .isEmpty();
    }

    @Test
    void a_refusal_without_room_or_sentence_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> new Refusal("in-use", "Stop.")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Refusal("data.in-use", " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
