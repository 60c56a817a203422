package dev.slipway.door.phone.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.settings.document.Document;
import dev.slipway.door.phone.Orders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class YealinkConfigTest {
    private static final String PREFIX = "static.auto_provision.";

    private final YealinkConfig yealink = new YealinkConfig();

    @Test
    void every_file_begins_with_the_version_line() {
        for (String file : List.of(YealinkConfig.BOOT, YealinkConfig.DEVICE, YealinkConfig.ACCOUNTS)) {
            assertThat(text(file, new Orders())).startsWith("#!version:1.0.0.1\n");
        }
    }

    @Test
    void the_boot_file_leads_to_the_others_and_resets_what_they_no_longer_name() {
        assertThat(text(YealinkConfig.BOOT, new Orders()))
                .contains("include:config \"" + Orders.BASE + "device.cfg\"\n")
                .contains("include:config \"" + Orders.BASE + "accounts.cfg\"\n")
                .contains("overwrite_mode = 1\n");
    }

    @Test
    void the_names_that_phones_ask_for_in_turn_are_understood_and_another_phones_are_not() {
        var order = new Orders().order();
        assertThat(yealink.named("000413a11fa7.boot", order.mac())).contains(YealinkConfig.BOOT);
        assertThat(yealink.named("y000000000000.boot", order.mac())).contains(YealinkConfig.BOOT);
        assertThat(yealink.named("y000000000108.cfg", order.mac())).contains(YealinkConfig.DEVICE);
        assertThat(yealink.named("000413A11FA7.cfg", order.mac())).contains(YealinkConfig.ACCOUNTS);
        assertThat(yealink.named("000413a11fa8.cfg", order.mac())).isEmpty();
        assertThat(yealink.named("000413a11fa8.boot", order.mac())).isEmpty();
    }

    @Test
    void an_account_is_written_and_every_other_one_is_switched_off() {
        String text = text(
                YealinkConfig.ACCOUNTS,
                new Orders().account("alice@example.com", "s3cret", Map.of("account.codecs", "pcma,opus")));
        assertThat(text)
                .contains("account.1.enable = 1\n")
                .contains("account.1.user_name = alice\n")
                .contains("account.1.password = s3cret\n")
                .contains("account.1.sip_server.1.address = example.com\n")
                .contains("account.1.codec.pcma.priority = 1\n")
                .contains("account.1.codec.opus.priority = 2\n")
                .contains("account.1.codec.g729.enable = 0\n")
                .contains("account.16.enable = 0\n")
                .contains("account.16.password = \n");
    }

    @Test
    void without_a_plan_all_three_knobs_are_off() {
        assertThat(text(YealinkConfig.DEVICE, new Orders()))
                .contains(PREFIX + "repeat.enable = 0\n")
                .contains(PREFIX + "weekly.enable = 0\n")
                .contains(PREFIX + "flexible.enable = 0\n");
    }

    @Test
    void each_mode_of_a_plan_has_its_knob() {
        assertThat(text(YealinkConfig.DEVICE, plan("rel", "3601")))
                .contains(PREFIX + "repeat.enable = 1\n")
                .contains(PREFIX + "repeat.minutes = 61\n")
                .contains(PREFIX + "weekly.enable = 0\n");
        assertThat(text(YealinkConfig.DEVICE, plan("abs", "86400")))
                .contains(PREFIX + "weekly.enable = 1\n")
                .contains(PREFIX + "weekly.begin_time = 02:00\n")
                .contains(PREFIX + "repeat.enable = 0\n");
        assertThat(text(YealinkConfig.DEVICE, plan("rnd", "172800")))
                .contains(PREFIX + "flexible.enable = 1\n")
                .contains(PREFIX + "flexible.interval = 2\n")
                .contains(PREFIX + "flexible.end_time = 05:00\n");
    }

    @Test
    void a_draw_below_a_day_is_repeated_and_said() {
        Document document =
                yealink.render(YealinkConfig.DEVICE, plan("rnd", "3600").order());
        assertThat(document.warnings()).anyMatch(line -> line.startsWith("polling.mode rnd below a day"));
    }

    @Test
    void a_zone_is_written_as_its_offset() {
        assertThat(text(YealinkConfig.DEVICE, new Orders().with("time.zone", "Asia/Kathmandu")))
                .contains("local_time.time_zone = +5:45\n");
        assertThat(text(YealinkConfig.DEVICE, new Orders().with("time.zone", "America/New_York")))
                .contains("local_time.time_zone = -5\n");
    }

    @Test
    void a_line_end_cannot_smuggle_a_parameter_in() {
        assertThatThrownBy(() ->
                        text(YealinkConfig.DEVICE, new Orders().with("yealink.lang.gui", "English\nsip.evil = 1")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("document.not-writable");
        assertThatThrownBy(() -> text(
                        YealinkConfig.ACCOUNTS,
                        new Orders().account("a@b.example", "x\raccount.1.enable = 0", Map.of())))
                .isInstanceOf(Refusal.class);
    }

    @Property(tries = 200)
    void any_text_stays_on_its_line_or_is_refused(@ForAll String value) {
        try {
            String text = text(YealinkConfig.DEVICE, new Orders().with("yealink.phone.text", value));
            assertThat(text.split("\n", -1)).contains("phone.text = " + value);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("document.not-writable");
            assertThat(value.chars()).anyMatch(Character::isISOControl);
        }
    }

    private static Orders plan(String mode, String seconds) {
        return new Orders()
                .with("polling.enabled", "true")
                .with("polling.mode", mode)
                .with("polling.period_seconds", seconds)
                .with("polling.time", "02:00")
                .with("polling.time_rnd_end", "05:00");
    }

    private String text(String file, Orders orders) {
        return new String(yealink.render(file, orders.order()).body().toArray(), StandardCharsets.UTF_8);
    }
}
