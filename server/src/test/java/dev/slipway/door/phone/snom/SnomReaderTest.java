package dev.slipway.door.phone.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
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

class SnomReaderTest {
    private final SnomReader reader = new SnomReader();

    @Test
    void every_flag_has_its_ownership_and_an_empty_one_is_not_a_blank_one() {
        assertThat(taken("""
                <settings><phone-settings e="2">
                <a perm="!">1</a><b perm="">1</b><c perm="RW">1</c><d perm="$">1</d>
                <e perm=" ">1</e><f perm="R">1</f><g perm="&amp;">1</g><h>1</h>
                </phone-settings></settings>"""))
                .containsExactly(
                        "snom.a=1 INITIAL",
                        "snom.b=1 ENFORCED",
                        "snom.c=1 ENFORCED",
                        "snom.d=1 ENFORCED",
                        "snom.e=1 LOCKED",
                        "snom.f=1 LOCKED",
                        "snom.g=1 LOCKED",
                        "snom.h=1 ENFORCED");
        assertThat(left("<phone-settings>\n<a perm=\"W\">1</a>\n</phone-settings>"))
                .containsExactly("2 a");
    }

    @Test
    void a_native_key_becomes_a_neutral_one_only_when_the_same_bytes_are_written_again() {
        assertThat(taken("""
                <phone-settings>
                <timezone perm="RW">GER+1</timezone>
                <tone_scheme perm="RW">MARS</tone_scheme>
                <language perm="RW">English</language>
                <signaling_tos perm="RW">184</signaling_tos>
                <codec_tos perm="RW">185</codec_tos>
                <ntp_server perm="RW"></ntp_server>
                <vlan_id perm="RW">007</vlan_id>
                <dhcp perm="RW">on</dhcp>
                <ringer perm="RW">${x}</ringer>
                </phone-settings>"""))
                .containsExactly(
                        "time.zone=Europe/Berlin ENFORCED",
                        "snom.tone_scheme=MARS ENFORCED",
                        "locale.language=en ENFORCED",
                        "network.signaling_dscp=46 ENFORCED",
                        "snom.codec_tos=185 ENFORCED",
                        "snom.ntp_server= ENFORCED",
                        "network.vlan_id=007 ENFORCED",
                        "network.dhcp=true ENFORCED",
                        "snom.ringer=$${x} ENFORCED");
    }

    @Test
    void accounts_the_former_server_and_what_is_of_one_phone_are_left_out_and_no_value_is_named() {
        ReadSettings read = read("""
                <settings><phone-settings>
                <user_name idx="1" perm="R">alice</user_name>
                <user_pass idx="1" perm="R">s3cret</user_pass>
                <codec_priority_list idx="1" perm="R">pcma</codec_priority_list>
                <setting_server perm="RW">http://old.example.com/s3cret</setting_server>
                <ip_adr perm="R">10.0.0.7</ip_adr>
                <record_missed_calls idx="2" perm="R">on</record_missed_calls>
                </phone-settings>
                <dialplan><template match="1"/></dialplan></settings>""");

        assertThat(Readings.taken(read)).containsExactly("snom.record_missed_calls[2]=on LOCKED");
        assertThat(Readings.left(read))
                .containsExactly(
                        "2 user_name",
                        "3 user_pass",
                        "4 codec_priority_list",
                        "5 setting_server",
                        "6 ip_adr",
                        "9 dialplan");
        assertThat(read.leftOut().toString()).doesNotContain("s3cret");
    }

    @Test
    void keys_phone_book_and_certificates_are_read() {
        assertThat(taken("""
                <settings>
                <functionKeys e="2"><fkey idx="0" context="active" label="Hall" perm="R">speed 100</fkey></functionKeys>
                <tbook e="2" complete="true">
                <item context="active" type="vip" index="3"><name>Ann</name><number>1</number>
                </item></tbook>
                <certificates><certificate url="https://ca.example.com/ca.der"/></certificates>
                </settings>"""))
                .containsExactly(
                        "snom.fkey[0]=speed 100 LOCKED",
                        "snom.fkey[0].label=Hall LOCKED",
                        "snom.tbook[3].type=vip ENFORCED",
                        "snom.tbook[3].name=Ann ENFORCED",
                        "snom.tbook[3].number=1 ENFORCED",
                        "snom.certificate[1]=https://ca.example.com/ca.der ENFORCED");
        assertThat(left("<settings><certificates>\n<certificate type=\"base64\">-----BEGIN PRIVATE KEY-----"
                        + "</certificate></certificates></settings>"))
                .containsExactly("2 certificate");
    }

    @Test
    void older_lines_are_read_and_without_a_flag_they_are_locked() {
        ReadSettings read =
                read("<html>\nlanguage!: Deutsch\ntimezone&: GER+1\nring: 3\nvol$: 5\nuser_pass1!: s3cret\n");

        assertThat(Readings.taken(read))
                .containsExactly(
                        "locale.language=de INITIAL",
                        "time.zone=Europe/Berlin LOCKED",
                        "snom.ring=3 LOCKED",
                        "snom.vol=5 ENFORCED");
        assertThat(Readings.left(read)).containsExactly("1 <html", "6 user_pass");
    }

    @Test
    void a_template_keeps_what_is_literal_and_lists_its_code() {
        ReadSettings read = read("""
                <?xml version="1.0" encoding="utf-8"?>
                <settings>
                  <phone-settings e="2">
                    <web_language perm="">{if isset($l)}{$l}{else}English{/if}</web_language>
                    <dim_timer perm="">20</dim_timer>
                    {if $a == "x" && $b < 3}
                    <admin_mode perm="R">on</admin_mode>
                    {/if}
                    {foreach $lines as $row}
                    <user_active idx="{$row.line_number}" perm="R">{if $row.enabled}on{else}off{/if}</user_active>
                    {/foreach}
                  </phone-settings>
                  <functionKeys e="2">
                    <fkey idx="{$n}" context="{if $c == ""}active{else}{$c}{/if}" label="" perm="RW">line</fkey>
                  </functionKeys>
                </settings>
                """);

        assertThat(Readings.taken(read)).containsExactly("snom.dim_timer=20 ENFORCED");
        assertThat(Readings.left(read)).containsExactly("4 web_language", "6", "7", "8", "9", "10", "11", "14 fkey");
    }

    @Test
    void broken_xml_and_document_types_are_refused_with_their_line() {
        assertThatThrownBy(() -> read("<settings>\n<a>\n</settings>"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("import.malformed: The file cannot be read: line 3");
        assertThat(reader.recognizes("<!DOCTYPE a><settings/>")).isFalse();
        assertThat(reader.recognizes("<config/>")).isFalse();
    }

    @Property(tries = 200)
    void what_we_write_is_read_back_into_what_writes_the_same_again(
            @ForAll @StringLength(max = 20) String text, @ForAll @IntRange(max = 3) int which, @ForAll boolean locked) {
        if (!writable(text)) {
            return;
        }
        Ownership ownership = locked ? Ownership.LOCKED : Ownership.INITIAL;
        Orders orders = new Orders()
                .with("snom.display_text", text, ownership)
                .with("snom.record[" + which + "]", text, ownership)
                .with("snom.fkey[" + which + "]", "speed 100", ownership)
                .with("snom.fkey[" + which + "].label", text, ownership)
                .with("snom.tbook[" + which + "].name", text, Ownership.ENFORCED)
                .with("snom.tbook[" + which + "].number", "1" + which, Ownership.ENFORCED)
                .with("locale.tone_scheme", List.of("CH", "DE", "US", "GB").get(which), ownership)
                .with("network.media_dscp", Integer.toString(which * 8), ownership)
                .with("polling.enabled", "true", ownership)
                .with("polling.mode", "rel", ownership)
                .with("polling.period_seconds", Integer.toString(3600 + which), ownership)
                .with("firmware.check_interval_seconds", Integer.toString(60 * (1 + which)), ownership);
        String written = written(orders);
        ReadSettings read = read(written);

        assertThat(written(Readings.orders(read.settings()))).isEqualTo(written);
        assertThat(Readings.taken(read))
                .contains("snom.display_text=" + text.replace("${", "$${") + " " + ownership)
                .contains("polling.period_seconds=" + (3600 + which) + " " + ownership)
                .contains("network.media_dscp=" + which * 8 + " " + ownership)
                .contains("firmware.check_interval_seconds=" + 60 * (1 + which) + " " + ownership);
    }

    /** Not what a template would be, and no control characters. */
    private static boolean writable(String text) {
        return dev.slipway.base.wire.xml.XmlText.isWritable(text)
                && text.chars().noneMatch(Character::isISOControl)
                && text.indexOf('{') < 0
                && text.indexOf('\uE000') < 0;
    }

    private static String written(Orders orders) {
        var body =
                new SnomSettings().render(SnomSettings.SETTINGS, orders.order()).body();
        return new String(body.toArray(), StandardCharsets.UTF_8);
    }

    private ReadSettings read(String text) {
        assertThat(reader.recognizes(text)).isTrue();
        return reader.read(text, Readings.RULES);
    }

    private List<String> taken(String text) {
        return Readings.taken(read(text));
    }

    private List<String> left(String text) {
        return Readings.left(read(text));
    }
}
