package dev.slipway.bootloader.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final DeviceClaim.RunningSystem SYSTEM = new DeviceClaim.RunningSystem("linux", "x86_64", "", "");

    private static DeviceClaim claim(String word, int identifiers) {
        return new DeviceClaim(
                SYSTEM,
                new DeviceClaim.Machine(word, "", ""),
                Map.of("mac", Collections.nCopies(identifiers, "00")),
                0,
                "1");
    }

    private static ReportRequest report(int events) {
        var list = new ArrayList<ReportEvent>();
        for (int i = 1; i <= events; i++) {
            list.add(event(i, "x"));
        }
        return new ReportRequest(Map.of(), list);
    }

    private static ReportEvent event(long sequence, String detail) {
        var outcome = new ReportEvent.Outcome(ReportEvent.State.DONE, Optional.of(detail));
        return new ReportEvent(sequence, Instant.EPOCH, 0, Optional.empty(), ReportEvent.Step.POLL, outcome);
    }

    @Test
    void a_claim_holds_words_and_identifiers_up_to_the_limits() {
        assertThat(claim("x".repeat(256), 32).identifiers().get("mac")).hasSize(32);
        assertThatIllegalArgumentException().isThrownBy(() -> claim("x".repeat(257), 32));
        assertThatIllegalArgumentException().isThrownBy(() -> claim("x", 33));
    }

    @Test
    void a_report_holds_200_events_in_their_order() {
        assertThat(report(200).events()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> report(201));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportRequest(Map.of(), List.of(event(2, ""), event(2, ""))));
    }

    @Test
    void a_long_detail_is_cut_and_never_within_a_character() {
        assertThat(event(1, "x".repeat(2001)).outcome().detail().orElseThrow()).hasSize(2000);
        assertThat(event(1, "x".repeat(1999) + "\ud83d\ude00")
                        .outcome()
                        .detail()
                        .orElseThrow())
                .hasSize(1999);
    }

    @Test
    void a_secret_has_1024_characters_at_most_and_equals_by_content() {
        assertThat(new Secret("x".repeat(1024)))
                .isEqualTo(new Secret("x".repeat(1024)))
                .hasToString("****");
        assertThat(new Secret("a")).isNotEqualTo(new Secret("b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret("x".repeat(1025)));
    }
}
