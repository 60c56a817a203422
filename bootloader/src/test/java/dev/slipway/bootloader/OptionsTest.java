package dev.slipway.bootloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.Options.Command;
import dev.slipway.bootloader.Options.Switch;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void switches_without_a_value_are_read_with_their_command() {
        Options read = Options.parse("apply", "--offline", "--pause");
        assertThat(read.command()).isEqualTo(Options.Command.APPLY);
        assertThat(read.switches()).containsExactlyInAnyOrder(Options.Switch.OFFLINE, Options.Switch.PAUSE);
        assertThat(Options.parse("check-now", "--download-only").switches())
                .containsExactly(Options.Switch.DOWNLOAD_ONLY);
    }

    @Test
    void words_without_a_command_are_where_to_go() {
        Options options = Options.parse("Alias:", "it@example.com", "cdzprov");
        assertThat(options.command()).isEqualTo(Command.START);
        assertThat(options.words()).containsExactly("Alias:", "it@example.com", "cdzprov");
    }

    @Test
    void options_stand_anywhere() {
        Options options =
                Options.parse("--yes", "status", "-o", "json", "--home", "/d", "--login", "alice", "--key", "K");
        assertThat(options.command()).isEqualTo(Command.STATUS);
        assertThat(options.switches()).containsExactlyInAnyOrder(Switch.YES, Switch.JSON);
        assertThat(options.home()).contains(Path.of("/d"));
        assertThat(options.login()).contains("alice");
        assertThat(options.key()).contains("K");
    }

    @Test
    void commands_are_written_with_hyphens() {
        assertThat(Options.parse("check-now").command()).isEqualTo(Command.CHECK_NOW);
        assertThat(Options.parse("--help").command()).isEqualTo(Command.HELP);
        assertThat(Options.parse("help").command()).isEqualTo(Command.HELP);
        assertThat(Options.parse().command()).isEqualTo(Command.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--hoem", "-x", "--home", "-o"})
    void what_is_unknown_or_incomplete_is_a_usage_error(String option) {
        assertThatThrownBy(() -> Options.parse("run", option)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exit()).isEqualTo(Exit.USAGE);
            assertThat(refusal.sentence()).contains(option);
        });
    }
}
