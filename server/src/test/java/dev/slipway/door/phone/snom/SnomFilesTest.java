package dev.slipway.door.phone.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.settings.document.Contacts;
import dev.slipway.core.settings.document.Document;
import dev.slipway.door.phone.Orders;
import dev.slipway.fake.TestAuthority;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What a snom phone is led to, and the files beside its settings. */
class SnomFilesTest {
    private static final Pattern NAMED = Pattern.compile("<file url=\"" + Orders.BASE + "([^\"]+)\"/>");

    private final SnomSettings snom = new SnomSettings();

    @Test
    void every_file_that_is_named_is_one_of_the_device_s_own() {
        var order = new Orders().order();
        assertThat(snom.files())
                .allSatisfy(file -> assertThat(snom.named(file, order.mac())).contains(file));
        assertThat(snom.entry()).isEqualTo("setting-files.xml");
        assertThat(snom.named("snomD345.htm", order.mac())).contains(SnomSettings.CONTAINER);
        assertThat(snom.named("000413A11FA7.xml", order.mac())).contains(SnomSettings.SETTINGS);
        assertThat(snom.named("000413a11fa8.xml", order.mac()))
                .as("another phone's")
                .isEmpty();
        assertThat(snom.named("../settings.xml", order.mac())).isEmpty();
    }

    @Test
    void the_container_names_what_there_is_to_read_and_the_settings_lead_back_to_it() {
        assertThat(named(new Orders())).containsExactly("settings.xml");
        assertThat(named(new Orders()
                        .with("phonebook.contacts", "group")
                        .with("snom.certificate[1]", "https://example.com/ca.der")))
                .containsExactly("certificates.xml", "settings.xml", "phone-book.xml");
        assertThat(text(SnomSettings.SETTINGS, new Orders()))
                .contains("<setting_server perm=\"RW\">" + Orders.BASE + "setting-files.xml</setting_server>");
    }

    @Test
    void contacts_stand_behind_own_entries_and_the_user_part_is_dialed_at_home() {
        String xml = text(
                SnomSettings.PHONE_BOOK,
                new Orders()
                        .account("ann@example.com", "s3cret", Map.of())
                        .with("phonebook.contacts", "everyone")
                        .with("snom.tbook[7].name", "Door & gate")
                        .with("snom.tbook[7].number", "99")
                        .contact("Zoë", "zoe@Example.com")
                        .contact("Bob", "bob@other.example"));
        assertThat(xml)
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<tbook complete=\"true\" e=\"2\">\n")
                .containsSubsequence(
                        "<item context=\"active\" type=\"none\" index=\"7\">",
                        "<name>Door &amp; gate</name>",
                        "<number>99</number>",
                        "<item context=\"active\" type=\"none\" index=\"8\">",
                        "<name>Zoë</name>",
                        "<number>zoe</number>",
                        "<number_type>sip</number_type>",
                        "index=\"9\"",
                        "<number>bob@other.example</number>");
    }

    @Test
    void a_phone_book_of_nobody_is_emptied_since_absence_never_deletes() {
        var nobody = new Orders().with("phonebook.contacts", "none");
        assertThat(named(nobody)).contains("phone-book.xml");
        assertThat(text(SnomSettings.PHONE_BOOK, nobody)).endsWith("<tbook complete=\"true\" e=\"2\">\n</tbook>\n");
        assertThat(snom.listsContacts(SnomSettings.PHONE_BOOK)).isTrue();
    }

    @Test
    void a_contact_that_no_phone_can_read_and_those_beyond_the_most_are_left_out_and_said() {
        var orders = new Orders().contact("a\r\nb", "bad@example.com").contact("Bob", "bob@example.com");
        Document book = snom.render(SnomSettings.PHONE_BOOK, orders.order());
        assertThat(string(book)).contains("bob@example.com").doesNotContain("bad@");
        assertThat(book.warnings()).singleElement().asString().startsWith("a contact is left out");
        for (int count = 2; count < Contacts.MOST; count++) {
            orders.contact("n", count + "@example.com");
        }
        assertThat(snom.render(SnomSettings.PHONE_BOOK, orders.order()).warnings())
                .anyMatch(line -> line.startsWith("the phone book ends after 1000"));
    }

    @Test
    void certificates_stand_in_base64_without_the_lines_around_it_or_come_by_address() throws Exception {
        String one = new TestAuthority("CN=one").pem();
        String two = new TestAuthority("CN=two").pem();
        String xml = text(
                SnomSettings.CERTIFICATES,
                new Orders()
                        .with("security.trusted_certificates", one + two)
                        .with("snom.certificate[1]", "https://example.com/ca.der?a=1&b=2")
                        .with("snom.certificate[2]", one));
        assertThat(xml)
                .contains("<certificate url=\"https://example.com/ca.der?a=1&amp;b=2\"/>")
                .doesNotContain("BEGIN");
        assertThat(Pattern.compile("<certificate type=\"base64\">(.+)</certificate>")
                        .matcher(xml)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly(bare(one), bare(two), bare(one));
    }

    @Test
    void firmware_is_announced_in_the_settings_led_over_an_older_one_and_never_in_the_container() {
        var orders = new Orders()
                .with("firmware.url", "https://example.com/new.bin?m=1&x=2")
                .with("snom.firmware_first", "https://example.com/old.bin")
                .with("snom.firmware_uxm", "https://example.com/uxm.bin");
        assertThat(text(SnomSettings.SETTINGS, orders))
                .contains("<firmware_status perm=\"R\">" + Orders.BASE + "firmware.xml</firmware_status>")
                .contains("<update_policy perm=\"R\">auto_update</update_policy>")
                .doesNotContain("new.bin")
                .doesNotContain("firmware_first");
        assertThat(text(SnomSettings.FIRMWARE, orders))
                .containsSubsequence(
                        "<firmware perm=\"RW\">https://example.com/old.bin?chained_url="
                                + "https%3A%2F%2Fexample.com%2Fnew.bin%3Fm%3D1%26x%3D2</firmware>",
                        "<firmware_uxm perm=\"RW\">https://example.com/uxm.bin</firmware_uxm>");
        assertThat(named(orders)).containsExactly("settings.xml");
    }

    @Test
    void a_phone_that_shall_have_settings_only_is_given_no_firmware() {
        var orders =
                new Orders().with("firmware.url", "https://example.com/new.bin").with("update.content", "settings");
        assertThat(text(SnomSettings.SETTINGS, orders))
                .contains("<firmware_status perm=\"R\"/>")
                .contains("<update_policy perm=\"R\">settings_only</update_policy>");
        assertThat(text(SnomSettings.FIRMWARE, orders)).doesNotContain("new.bin");
    }

    @Test
    void a_phone_that_shall_have_software_only_keeps_its_settings_and_accounts() {
        var orders = new Orders()
                .account("ann@example.com", "s3cret", Map.of())
                .with("firmware.url", "https://example.com/new.bin")
                .with("update.content", "software")
                .with("web.password", "hidden")
                .with("snom.fkey[0]", "speed 100")
                .with("phonebook.contacts", "everyone")
                .with("polling.enabled", "true")
                .with("polling.mode", "rel")
                .with("polling.period_seconds", "3600");
        assertThat(text(SnomSettings.SETTINGS, orders).lines())
                .filteredOn(line -> line.contains("perm="))
                .map(line -> line.replaceAll("\\s*<([a-z_]+) .*", "$1"))
                .containsExactly(
                        "firmware_status",
                        "prov_polling_enabled",
                        "prov_polling_mode",
                        "prov_polling_period",
                        "setting_server",
                        "settings_refresh_timer",
                        "update_policy");
        assertThat(named(orders)).containsExactly("settings.xml");
    }

    @Property(tries = 300)
    void any_text_survives_into_a_valid_phone_book_or_is_refused(@ForAll String value) throws Exception {
        var orders = new Orders().with("snom.tbook[0].name", value).contact(value, "a@example.com");
        String xml;
        try {
            xml = text(SnomSettings.PHONE_BOOK, orders);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("document.not-writable");
            return;
        }
        var names = parsed(xml).getElementsByTagName("name");
        assertThat(names.getLength()).isEqualTo(2);
        assertThat(names.item(0).getTextContent()).isEqualTo(value);
        assertThat(names.item(1).getTextContent()).isEqualTo(value);
    }

    @Property(tries = 200)
    void any_text_survives_into_valid_certificates_or_is_refused(@ForAll String value) throws Exception {
        try {
            Element root = parsed(text(SnomSettings.CERTIFICATES, new Orders().with("snom.certificate[1]", value)));
            assertThat(((Element) root.getElementsByTagName("certificate").item(0)).getAttribute("url"))
                    .isEqualTo(value);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("document.not-writable");
        }
    }

    @Test
    void a_line_end_in_an_entry_is_refused() {
        assertThatThrownBy(() -> text(SnomSettings.PHONE_BOOK, new Orders().with("snom.tbook[0].name", "a\r\nb")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("document.not-writable");
    }

    private List<String> named(Orders orders) {
        return NAMED.matcher(text(SnomSettings.CONTAINER, orders))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String text(String file, Orders orders) {
        String first = string(snom.render(file, orders.order()));
        assertThat(string(snom.render(file, orders.order())))
                .as("the same bytes")
                .isEqualTo(first);
        return first;
    }

    private static String bare(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    private static String string(Document document) {
        return new String(document.body().toArray(), StandardCharsets.UTF_8);
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
