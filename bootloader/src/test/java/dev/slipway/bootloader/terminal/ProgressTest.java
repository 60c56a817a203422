package dev.slipway.bootloader.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.fake.FakeTerminal;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void a_log_gets_a_line_per_10_percent() {
        var terminal = new FakeTerminal();
        var progress = new Progress(terminal, "download", 1_000);
        for (int done = 0; done <= 1_000; done++) {
            progress.reached(done);
        }
        assertThat(terminal.said)
                .hasSize(11)
                .startsWith("download: 0 %", "download: 10 %")
                .endsWith("download: 100 %");
    }

    @Test
    void a_person_sees_a_bar() {
        var terminal = new FakeTerminal(true);
        var progress = new Progress(terminal, "download", 200);
        progress.reached(100);
        progress.reached(101);
        assertThat(terminal.said).containsExactly("download [" + "#".repeat(15) + ".".repeat(15) + "] 50 %");
    }
}
