package dev.slipway.door.phone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.door.phone.Orders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The form of baresip's accounts file. */
class TextRendererTest {
    private final TextRenderer baresip = TextRenderer.of("baresip-accounts", "baresip");

    @Test
    void an_account_is_a_line_as_baresip_reads_it() {
        assertThat(text(new Orders()
                        .account(
                                "alice@prov.test",
                                "s3cret",
                                Map.of(
                                        "account.registrar",
                                        "127.0.0.1",
                                        "account.registrar_port",
                                        "5099",
                                        "account.transport",
                                        "udp",
                                        "account.expires_seconds",
                                        "600"))))
                .isEqualTo("\"alice@prov.test\" <sip:alice@prov.test;transport=udp>;outbound=\"sip:127.0.0.1:5099\""
                        + ";auth_user=alice;auth_pass=s3cret;regint=600\n");
    }

    @Test
    void a_device_without_account_gets_an_empty_file_which_ends_what_was_there() {
        assertThat(text(new Orders().once(3))).isEmpty();
    }

    @Test
    void words_of_the_form_without_value_leave_no_trace() {
        assertThat(text(new Orders().account("bob@example.com", "x", Map.of())))
                .isEqualTo("\"bob@example.com\" <sip:bob@example.com>;auth_user=bob;auth_pass=x\n");
    }

    @Test
    void a_character_that_would_end_a_parameter_is_refused() {
        assertThatThrownBy(() -> text(new Orders().account("bob@example.com", "a;regint=0", Map.of())))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("document.not-writable");
    }

    @Property(tries = 200)
    void any_secret_stays_in_its_place_or_is_refused(@ForAll String secret) {
        try {
            assertThat(text(new Orders().account("bob@example.com", secret, Map.of())))
                    .endsWith(";auth_pass=" + secret + "\n");
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("document.not-writable");
        }
    }

    @Test
    void a_bracket_without_its_other_half_is_a_fault_of_the_form() {
        assertThatThrownBy(() -> LinePattern.parse("a[b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinePattern.parse("a]b")).isInstanceOf(IllegalArgumentException.class);
    }

    private String text(Orders orders) {
        return new String(
                baresip.render(baresip.files().getFirst(), orders.order())
                        .body()
                        .toArray(),
                StandardCharsets.UTF_8);
    }
}
