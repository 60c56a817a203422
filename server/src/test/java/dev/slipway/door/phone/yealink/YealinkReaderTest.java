package dev.slipway.door.phone.yealink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.core.settings.document.SettingsReader.ReadSettings;
import dev.slipway.door.phone.Orders;
import dev.slipway.door.phone.Readings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class YealinkReaderTest {
    private final YealinkReader reader = new YealinkReader();

    @Test
    void parameters_become_settings_and_accounts_and_the_former_server_are_left_out() {
        ReadSettings read = read("""
                #!version:1.0.0.1
                ## Remark
                lang.gui = German
                static.network.dhcp_host_name = desk
                voice.tone.country=Switzerland
                network.primary_dns=\s
                phone_setting.backlight_time =  60\s
                account.1.password = s3cret
                static.auto_provision.server.url = http://old.example.com/s3cret
                include:config "http://old.example.com/s3cret"
                lang.gui = French
                """);

        assertThat(Readings.taken(read))
                .containsExactly(
                        "locale.language=de ENFORCED",
                        "locale.tone_scheme=CH ENFORCED",
                        "yealink.network.primary_dns= ENFORCED",
                        "yealink.phone_setting.backlight_time=60 ENFORCED");
        assertThat(Readings.left(read))
                .containsExactly(
                        "4 static.network.dhcp_host_name",
                        "8 account.1.password",
                        "9 static.auto_provision.server.url",
                        "10 include",
                        "11 lang.gui");
        assertThat(read.leftOut().toString()).doesNotContain("s3cret");
    }

    @Test
    void a_template_keeps_what_is_literal_and_lists_its_code() {
        ReadSettings read = read("""
                #!version:1.0.0.1
                voice.vad = {$yealink_voice_vad}
                {if isset($dns)}network.static_dns_enable = 1{else}network.static_dns_enable = 0{/if}
                {foreach $lines as $row}
                account.{$row.line_number}.enable = 1
                phone.x = 2
                {/foreach}
                phone.y = 3
                """);

        assertThat(Readings.taken(read)).containsExactly("yealink.phone.y=3 ENFORCED");
        assertThat(Readings.left(read)).containsExactly("2 voice.vad", "3", "4", "5", "6", "7");
    }

    @Test
    void only_a_file_with_the_version_line_is_one_of_a_yealink_phone() {
        assertThat(reader.recognizes("#!version:1.0.0.1\n")).isTrue();
        assertThat(reader.recognizes("lang.gui = German\n")).isFalse();
    }

    @Property(tries = 200)
    void what_we_write_is_read_back_into_what_writes_the_same_again(
            @ForAll @StringLength(max = 20) String text, @ForAll @IntRange(max = 3) int which) {
        String value = text.strip();
        if (value.chars().anyMatch(Character::isISOControl)
                || value.indexOf('{') >= 0
                || value.indexOf('\uE000') >= 0) {
            return;
        }
        Orders orders = new Orders()
                .with("yealink.phone.text", value)
                .with("locale.tone_scheme", List.of("CH", "DE", "US", "GB").get(which))
                .with(
                        "network.ip_version",
                        List.of("ipv4", "ipv6", "both", "ipv4").get(which))
                .with("network.vlan_id", Integer.toString(which))
                .with("time.zone", "Europe/Zurich")
                .with("polling.enabled", "true")
                .with("polling.mode", List.of("rel", "abs", "rnd", "rel").get(which))
                .with("polling.period_seconds", "172800")
                .with("polling.time", "02:00")
                .with("polling.time_rnd_end", "03:00");
        String written = written(orders);
        ReadSettings read = read(written);

        assertThat(written(Readings.orders(read.settings()))).isEqualTo(written);
        assertThat(Readings.taken(read))
                .contains("network.vlan_id=" + which + " ENFORCED")
                .contains("yealink.phone.text=" + value.replace("${", "$${") + " ENFORCED");
    }

    private static String written(Orders orders) {
        var body =
                new YealinkConfig().render(YealinkConfig.DEVICE, orders.order()).body();
        return new String(body.toArray(), StandardCharsets.UTF_8);
    }

    private ReadSettings read(String text) {
        assertThat(reader.recognizes(text)).isTrue();
        return reader.read(text, Readings.RULES);
    }
}
