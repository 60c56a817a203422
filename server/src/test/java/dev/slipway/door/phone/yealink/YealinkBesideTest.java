package dev.slipway.door.phone.yealink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.settings.document.Document;
import dev.slipway.door.phone.Orders;
import dev.slipway.fake.TestAuthority;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The files beside the configuration of a Yealink phone, and what it is given of them. */
class YealinkBesideTest {
    private final YealinkConfig yealink = new YealinkConfig();

    @Test
    void the_phone_book_is_a_remote_one_below_the_device_s_address() {
        var orders = new Orders()
                .account("ann@example.com", "s3cret", Map.of())
                .with("phonebook.contacts", "everyone")
                .contact("Bob & Co", "bob@example.com");
        assertThat(text(YealinkConfig.DEVICE, orders))
                .contains("remote_phonebook.data.1.url = " + Orders.BASE + "phone-book.xml\n")
                .contains("features.remote_phonebook.enable = 1\n");
        assertThat(text(YealinkConfig.PHONE_BOOK, orders)).isEqualTo("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <YealinkIPPhoneDirectory>
                          <DirectoryEntry>
                            <Name>Bob &amp; Co</Name>
                            <Telephone>bob</Telephone>
                          </DirectoryEntry>
                        </YealinkIPPhoneDirectory>
                        """);
        assertThat(text(YealinkConfig.DEVICE, new Orders().with("phonebook.contacts", "none")))
                .contains("remote_phonebook.data.1.url = \n")
                .contains("features.remote_phonebook.enable = 0\n");
        assertThat(yealink.listsContacts(YealinkConfig.PHONE_BOOK)).isTrue();
    }

    @Test
    void certificates_are_a_file_below_the_device_s_address() throws Exception {
        String pem = new TestAuthority("CN=one").pem();
        var orders = new Orders().with("security.trusted_certificates", pem.replace("\n", "\r\n"));
        assertThat(text(YealinkConfig.DEVICE, orders))
                .contains("static.trusted_certificates.url = " + Orders.BASE + "certificates.pem\n");
        assertThat(text(YealinkConfig.CERTIFICATES, orders)).isEqualTo(pem);
        assertThat(text(YealinkConfig.CERTIFICATES, new Orders())).isEmpty();
    }

    @Test
    void a_phone_that_shall_have_software_only_keeps_its_settings_and_accounts() {
        var orders = new Orders()
                .account("ann@example.com", "s3cret", Map.of())
                .with("update.content", "software")
                .with("firmware.url", "https://example.com/t46.rom")
                .with("web.admin_password", "hidden")
                .with("phonebook.contacts", "everyone");
        assertThat(text(YealinkConfig.BOOT, orders)).contains("device.cfg").doesNotContain("accounts.cfg", "overwrite");
        assertThat(text(YealinkConfig.ACCOUNTS, orders)).isEqualTo(YealinkConfig.HEAD);
        assertThat(text(YealinkConfig.DEVICE, orders).lines().skip(1))
                .contains("static.firmware.url = https://example.com/t46.rom")
                .allMatch(line -> line.startsWith("static.auto_provision.") || line.startsWith("static.firmware.url"));
    }

    @Test
    void a_phone_that_shall_have_settings_only_is_given_no_firmware() {
        var orders = new Orders().with("update.content", "settings").with("firmware.url", "https://example.com/a.rom");
        assertThat(text(YealinkConfig.DEVICE, orders)).doesNotContain("firmware");
        assertThat(text(YealinkConfig.BOOT, orders)).contains("accounts.cfg", "overwrite_mode = 1");
    }

    @Property(tries = 200)
    void any_name_survives_into_a_valid_phone_book_or_is_left_out_and_said(@ForAll String name) throws Exception {
        Document book = yealink.render(
                YealinkConfig.PHONE_BOOK,
                new Orders().contact(name, "a@example.com").order());
        var names = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(string(book))))
                .getElementsByTagName("Name");
        assertThat(names.getLength() + book.warnings().size()).isEqualTo(1);
        if (book.warnings().isEmpty()) {
            assertThat(names.item(0).getTextContent()).isEqualTo(name);
        }
    }

    @Property(tries = 100)
    void the_same_order_gives_the_same_bytes(@ForAll String name) {
        try {
            for (String file : yealink.files()) {
                assertThat(text(file, new Orders().with("snom.x", name).contact(name, name)))
                        .isEqualTo(text(file, new Orders().with("snom.x", name).contact(name, name)));
            }
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("document.not-writable");
        }
    }

    private String text(String file, Orders orders) {
        return string(yealink.render(file, orders.order()));
    }

    private static String string(Document document) {
        return new String(document.body().toArray(), StandardCharsets.UTF_8);
    }
}
