package dev.slipway.door.phone.linphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.document.Document;
import dev.slipway.door.phone.Orders;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LinphoneConfigTest {
    private final LinphoneConfig linphone = new LinphoneConfig();

    @Test
    void an_account_comes_with_a_hash_and_an_empty_password() throws Exception {
        Map<String, String> entries = entries(new Orders()
                .account(
                        "alice@example.com",
                        "s3cret",
                        Map.of("account.registrar", "sip.example.com", "account.transport", "udp")));
        assertThat(entries)
                .containsEntry("proxy_0.reg_identity", "\"alice@example.com\" <sip:alice@example.com>")
                .containsEntry("proxy_0.reg_proxy", "<sip:sip.example.com;transport=udp>")
                .containsEntry("proxy_0.reg_sendregister", "1")
                .containsEntry("auth_info_0.passwd", "")
                .containsEntry("auth_info_0.algorithm", "MD5")
                .as("printf 'alice:example.com:s3cret' | md5sum")
                .containsEntry("auth_info_0.ha1", "d2d0c8958e1b1c2b989afda0efb9663e");
    }

    @Test
    void the_client_is_told_the_lasting_address_of_its_file() throws Exception {
        assertThat(entries(new Orders())).containsEntry("misc.config-uri", Orders.BASE + "linphone.xml");
    }

    @Test
    void what_was_once_on_the_device_is_revoked_by_explicit_values() throws Exception {
        assertThat(entries(new Orders().once(2).account("alice@example.com", "s", Map.of())))
                .containsEntry("proxy_0.reg_sendregister", "1")
                .containsEntry("proxy_1.reg_sendregister", "0")
                .containsEntry("auth_info_1.ha1", "")
                .containsEntry("auth_info_1.passwd", "")
                .doesNotContainKey("proxy_2.reg_sendregister");
        assertThat(entries(new Orders().once(1)))
                .containsEntry("proxy_0.reg_sendregister", "0")
                .containsEntry("auth_info_0.username", "")
                .containsEntry("sip.default_proxy", "-1");
    }

    @Test
    void initial_values_do_not_overwrite_and_a_lock_is_said_to_be_impossible() {
        Document document = linphone.render(
                "linphone.xml",
                new Orders()
                        .with("linphone.ui.hide_settings", "1", Ownership.INITIAL)
                        .with("linphone.ui.max_account", "1", Ownership.LOCKED)
                        .order());
        assertThat(text(document))
                .contains("<entry name=\"hide_settings\" overwrite=\"false\">1</entry>")
                .contains("<entry name=\"max_account\" overwrite=\"true\">1</entry>");
        assertThat(document.warnings())
                .anyMatch(line -> line.startsWith("settings.ownership-unsupported: ui.max_account"));
    }

    @Test
    void a_key_without_section_is_refused() {
        assertThatThrownBy(() -> entries(new Orders().with("linphone.alone", "1")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("document.not-writable");
    }

    @Property(tries = 200)
    void any_text_survives_into_valid_xml_or_is_refused(@ForAll String value) throws Exception {
        try {
            assertThat(entries(new Orders().with("linphone.ui.text", value))).containsEntry("ui.text", value);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("document.not-writable");
        }
    }

    private Map<String, String> entries(Orders orders) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text(linphone.render("linphone.xml", orders.order())))))
                .getElementsByTagName("entry");
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .collect(Collectors.toMap(
                        entry -> ((Element) entry.getParentNode()).getAttribute("name") + "."
                                + entry.getAttribute("name"),
                        Function.<Element>identity().andThen(Element::getTextContent)));
    }

    private static String text(Document document) {
        return new String(document.body().toArray(), StandardCharsets.UTF_8);
    }
}
