package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are told of accounts, from their first day to their last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookCommandsTest {
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        house = new TestHouse(directory);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void the_secret_is_shown_once_and_what_waits_is_counted() {
        TestHouse.Ran opened = house.run("webhook", "open", "billing", "https://billing.example.com/in");
        assertThat(opened.exit()).as(opened.err()).isEqualTo(Exit.OK);
        assertThat(opened.out()).contains("whsec_");
        house.run("user", "create", "ann");
        house.run("account", "create", "ann@example.com", "--user", "ann");

        assertThat(house.run("webhook", "list").out())
                .contains("billing", "https://billing.example.com/in")
                .doesNotContain("whsec_");
        assertThat(house.run("webhook", "list", "-o", "json").out()).contains("\"waiting\" : 1");
        assertThat(house.run("journal", "list").out()).contains("webhook.open").doesNotContain("whsec_");
        assertThat(house.run("webhook", "close", "BILLING").exit()).isEqualTo(Exit.OK);
        assertThat(house.run("webhook", "list").out()).doesNotContain("billing");
        assertThat(house.run("webhook", "close", "billing").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://billing.example.com/",
                "ftp://billing.example.com/",
                "https:///nowhere",
                "https://ann:secret@billing.example.com/",
                "https://billing.example.com/#part",
                "/relative",
                "not an address"
            })
    void an_address_that_would_be_called_in_clear_or_is_none_is_refused(String address) {
        TestHouse.Ran refused = house.run("webhook", "open", "bad", address);

        assertThat(refused.exit()).isEqualTo(Exit.INVALID);
        assertThat(refused.err()).contains("webhook.address");
    }

    @Test
    void on_this_machine_a_proxy_beside_the_server_may_be_called_in_clear() {
        assertThat(house.run("webhook", "open", "beside", "http://127.0.0.1:8080/in")
                        .exit())
                .isEqualTo(Exit.OK);
        assertThat(house.run("webhook", "open", "far", "https://a.example.com/" + "x".repeat(1_000))
                        .exit())
                .isEqualTo(Exit.INVALID);
    }
}
