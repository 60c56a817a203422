package dev.slipway.door.phone.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.document.Document;
import dev.slipway.door.phone.Orders;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SnomSettingsTest {
    private final SnomSettings snom = new SnomSettings();

    @Test
    void the_flag_is_written_from_the_ownership_and_is_never_empty_or_blank() {
        String xml = settings(new Orders()
                .with("web.user", "first", Ownership.INITIAL)
                .with("web.password", "second", Ownership.ENFORCED)
                .with("web.admin_password", "third", Ownership.LOCKED));
        assertThat(xml)
                .contains("<http_user perm=\"!\">first</http_user>")
                .contains("<http_pass perm=\"RW\">second</http_pass>")
                .contains("<admin_mode_password perm=\"R\">third</admin_mode_password>")
                .doesNotContain("perm=\"\"")
                .doesNotContain("perm=\" \"");
        assertThat(xml.lines().filter(line -> line.startsWith("    <")).filter(line -> !line.contains("perm=")))
                .isEmpty();
    }

    @Test
    void an_account_is_written_whole_and_every_other_position_is_emptied() {
        String xml = settings(new Orders()
                .account(
                        "alice@example.com",
                        "s3cret",
                        Map.of("account.registrar", "sip.example.com", "account.transport", "tls")));
        assertThat(xml)
                .contains("<user_active idx=\"1\" perm=\"R\">on</user_active>")
                .contains("<user_name idx=\"1\" perm=\"R\">alice</user_name>")
                .contains("<user_pname idx=\"1\" perm=\"R\">alice</user_pname>")
                .contains("<user_pass idx=\"1\" perm=\"R\">s3cret</user_pass>")
                .contains("<user_host idx=\"1\" perm=\"RW\">sip.example.com</user_host>")
                .contains("<user_outbound idx=\"1\" perm=\"R\">sip.example.com;transport=tls</user_outbound>");
        for (int position = 2; position <= 12; position++) {
            assertThat(xml)
                    .contains("<user_active idx=\"" + position + "\" perm=\"R\">off</user_active>")
                    .contains("<user_pass idx=\"" + position + "\" perm=\"R\"/>");
        }
    }

    @Test
    void an_account_taken_away_is_emptied_by_explicit_values_since_absence_never_deletes() {
        assertThat(settings(new Orders()))
                .contains("<user_active idx=\"1\" perm=\"R\">off</user_active>")
                .contains("<user_name idx=\"1\" perm=\"R\"/>")
                .contains("<user_pass idx=\"1\" perm=\"R\"/>");
    }

    @Test
    void without_a_plan_polling_is_written_off_both_ways() {
        assertThat(settings(new Orders()))
                .contains("<prov_polling_enabled perm=\"R\">off</prov_polling_enabled>")
                .contains("<settings_refresh_timer perm=\"R\">0</settings_refresh_timer>");
    }

    @Test
    void a_plan_is_written_with_the_flag_of_each_of_its_settings() {
        String xml = settings(new Orders()
                .with("polling.enabled", "true", Ownership.LOCKED)
                .with("polling.mode", "rnd", Ownership.LOCKED)
                .with("polling.period_seconds", "86400", Ownership.ENFORCED)
                .with("polling.time", "09:00", Ownership.LOCKED)
                .with("polling.time_rnd_end", "09:10", Ownership.INITIAL));
        assertThat(xml)
                .contains("<prov_polling_enabled perm=\"R\">on</prov_polling_enabled>")
                .contains("<prov_polling_mode perm=\"R\">rnd</prov_polling_mode>")
                .contains("<prov_polling_period perm=\"RW\">86400</prov_polling_period>")
                .contains("<prov_polling_time perm=\"R\">09:00</prov_polling_time>")
                .contains("<prov_polling_time_rnd_end perm=\"!\">09:10</prov_polling_time_rnd_end>")
                .contains("<settings_refresh_timer perm=\"R\">0</settings_refresh_timer>");
    }

    @Test
    void the_refresh_timer_takes_the_place_of_a_plan_and_never_stands_beside_it() {
        String xml = settings(new Orders()
                .with("polling.enabled", "true")
                .with("polling.mode", "rel")
                .with("polling.period_seconds", "3600")
                .with("snom.settings_refresh_timer", "86400", Ownership.LOCKED));
        assertThat(xml)
                .contains("<prov_polling_enabled perm=\"RW\">off</prov_polling_enabled>")
                .contains("<settings_refresh_timer perm=\"R\">86400</settings_refresh_timer>")
                .doesNotContain("prov_polling_mode")
                .doesNotContain("prov_polling_period");
    }

    @Test
    void a_plan_that_lacks_a_value_is_refused_and_says_which() {
        assertThatThrownBy(() ->
                        settings(new Orders().with("polling.enabled", "true").with("polling.mode", "abs")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("polling.time");
    }

    @Test
    void a_native_key_passes_through_with_its_index_and_beats_the_neutral_one() {
        assertThat(settings(new Orders()
                        .with("snom.dim_timer", "20")
                        .with("snom.user_ringer[2]", "Ringer3", Ownership.LOCKED)
                        .with("locale.language", "de")
                        .with("snom.language", "Deutsch(AT)")))
                .contains("<dim_timer perm=\"RW\">20</dim_timer>")
                .contains("<user_ringer idx=\"2\" perm=\"R\">Ringer3</user_ringer>")
                .contains("<language perm=\"RW\">Deutsch(AT)</language>")
                .doesNotContain(">Deutsch</language>");
    }

    @Test
    void function_keys_have_an_element_of_their_own() {
        assertThat(settings(new Orders()
                        .with("snom.fkey[0]", "speed 100", Ownership.LOCKED)
                        .with("snom.fkey[0].label", "Desk & door")))
                .contains("<fkey idx=\"0\" context=\"active\" label=\"Desk &amp; door\" perm=\"R\">speed 100</fkey>");
    }

    @Test
    void what_must_stand_first_stands_first() {
        String xml =
                settings(new Orders().with("snom.admin_mode", "off").with("snom.auto_reboot_on_setting_change", "on"));
        assertThat(xml.indexOf("auto_reboot_on_setting_change")).isLessThan(xml.indexOf("admin_mode"));
    }

    @Test
    void what_the_maker_has_no_word_for_is_left_out_and_said() {
        Document document = snom.render(
                SnomSettings.SETTINGS,
                new Orders()
                        .with("time.zone", "Asia/Kathmandu")
                        .with("network.wifi_ssid", "office")
                        .order());
        assertThat(document.warnings()).anyMatch(line -> line.startsWith("time.zone"));
        assertThat(document.warnings()).anyMatch(line -> line.startsWith("network.wifi_ssid"));
        assertThat(text(document)).doesNotContain("timezone").doesNotContain("office");
    }

    @Test
    void a_line_end_in_a_value_is_refused() {
        assertThatThrownBy(() -> settings(new Orders().with("snom.user_realname[1]", "a\r\nb")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("document.not-writable");
    }

    @Test
    void a_key_that_no_phone_has_is_refused() {
        assertThatThrownBy(() -> settings(new Orders().with("snom.a><b", "x")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("document.not-writable");
    }

    @Property(tries = 300)
    void any_text_survives_into_valid_xml_or_is_refused(@ForAll String value) throws Exception {
        String xml;
        try {
            xml = settings(new Orders().with("snom.phone_name", value).with("snom.fkey[3].label", value));
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("document.not-writable");
            assertThat(value.codePoints())
                    .anyMatch(
                            c -> Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF);
            return;
        }
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        assertThat(root.getElementsByTagName("phone_name").item(0).getTextContent())
                .isEqualTo(value);
        assertThat(((Element) root.getElementsByTagName("fkey").item(0)).getAttribute("label"))
                .isEqualTo(value);
    }

    @Property(tries = 50)
    void the_same_order_gives_the_same_bytes(@ForAll Map<String, String> values) {
        var one = new Orders();
        var other = new Orders();
        values.forEach((key, value) -> one.with("snom.k" + key.hashCode(), "v" + value.hashCode()));
        values.forEach((key, value) -> other.with("snom.k" + key.hashCode(), "v" + value.hashCode()));
        assertThat(settings(one)).isEqualTo(settings(other));
    }

    private String settings(Orders orders) {
        return text(snom.render(SnomSettings.SETTINGS, orders.order()));
    }

    private static String text(Document document) {
        return new String(document.body().toArray(), StandardCharsets.UTF_8);
    }
}
