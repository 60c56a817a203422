package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.fake.Refusals;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StartedTest {
    private final Started started = new Started();
    private final List<String> ended = new CopyOnWriteArrayList<>();

    @Test
    void all_is_ended_in_reverse_order_also_when_something_refuses_to_end() {
        started.ending(() -> ended.add("first"));
        started.ending(() -> {
            throw new IllegalStateException("stuck");
        });
        started.ending(() -> ended.add("last"));
        assertThatThrownBy(started::close).hasMessage("stuck");
        assertThat(ended).containsExactly("last", "first");
        started.close();
        assertThat(ended).hasSize(2);
    }

    @Test
    @Timeout(60)
    void the_end_waits_for_a_start_that_goes_no_further_than_its_next_part() throws InterruptedException {
        started.ending(() -> ended.add("first"));
        Thread end = Thread.ofVirtual().start(started::end);
        Awaitility.await()
                .untilAsserted(() -> assertThat(Refusals.codeOf(() -> started.ending(() -> ended.add("next"))))
                        .isEqualTo("server.ending"));
        assertThat(ended).isEmpty();
        started.over();
        end.join();
        assertThat(ended).startsWith("next").endsWith("first");
    }

    @Test
    void a_start_that_is_over_is_ended_at_once() {
        started.ending(() -> ended.add("first"));
        started.over();
        started.end();
        assertThat(ended).containsExactly("first");
    }
}
