package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another server stands where the message leads. */
class ForeignServerJourney {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path directory;

    @Test
    void a_server_without_the_key_of_the_message_never_sees_the_password() throws IOException {
        Admin own = House.shared().admin();
        own.user("sam", PASSWORD);
        try (House foreign = House.open()) {
            foreign.admin().user("sam", PASSWORD);
            Machine machine = Machine.in(directory.resolve("home"), PASSWORD);
            String message = DownloadJourney.elsewhere(
                    own.message("sam"), foreign.ports().tls());

            Machine.Ran led = machine.run("--login", "sam", message);

            assertThat(led.exit()).as(led.text()).isIn(4, 7);
            assertThat(led.text()).doesNotContain(PASSWORD);
            assertThat(foreign.admin().devices("sam"))
                    .as("who logged on there, as this password could have")
                    .isEmpty();
            assertThat(Machine.in(directory.resolve("other"), PASSWORD)
                            .follow("sam", foreign.admin().message("sam"))
                            .text())
                    .as("with its own key it is as good as any")
                    .contains("logon done");
        }
    }
}
