package dev.slipway.door.phone.apple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.document.Document;
import dev.slipway.door.phone.Orders;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.TestAuthority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class AppleProfileTest {
    private final AppleProfile apple = new AppleProfile();

    private Document render(Orders orders) {
        return apple.render("settings.mobileconfig", orders.order());
    }

    private static String text(Document document) {
        return new String(document.body().toArray(), StandardCharsets.UTF_8);
    }

    /** The payloads by type. */
    private static Map<String, Map<String, Object>> payloads(Document document) throws Exception {
        Map<String, Map<String, Object>> payloads = new TreeMap<>();
        for (Object each : (List<?>) profile(document).getOrDefault("PayloadContent", List.of())) {
            Map<String, Object> payload = new TreeMap<>();
            ((Map<?, ?>) each).forEach((key, value) -> payload.put(key.toString(), value));
            payloads.put(String.valueOf(payload.get("PayloadType")), payload);
        }
        return payloads;
    }

    private static Map<String, Object> profile(Document document) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((name, address) -> new InputSource(new StringReader("")));
        Element plist = builder.parse(new ByteArrayInputStream(document.body().toArray()))
                .getDocumentElement();
        Map<String, Object> profile = new TreeMap<>();
        ((Map<?, ?>) value(elements(plist).getFirst())).forEach((key, value) -> profile.put(key.toString(), value));
        return profile;
    }

    private static Object value(Element element) {
        return switch (element.getTagName()) {
            case "dict" -> {
                Map<String, Object> map = new TreeMap<>();
                List<Element> each = elements(element);
                for (int at = 0; at < each.size(); at += 2) {
                    map.put(each.get(at).getTextContent(), value(each.get(at + 1)));
                }
                yield map;
            }
            case "array" ->
                elements(element).stream().map(AppleProfileTest::value).toList();
            case "true", "false" -> Boolean.valueOf(element.getTagName());
            case "integer" -> Integer.valueOf(element.getTextContent());
            default -> element.getTextContent();
        };
    }

    private static List<Element> elements(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    @Test
    void a_wireless_network_becomes_a_payload_in_apples_words() throws Exception {
        var document = render(new Orders()
                .with("network.wifi_ssid", "Office", Ownership.ENFORCED)
                .with("network.wifi_security", "wpa2", Ownership.ENFORCED)
                .with("network.wifi_password", "12345678", Ownership.ENFORCED)
                .with("apple.wifi.AutoJoin", "true", Ownership.ENFORCED));

        assertThat(document.mediaType()).isEqualTo("application/x-apple-aspen-config");
        assertThat(payloads(document).get("com.apple.wifi.managed"))
                .containsEntry("SSID_STR", "Office")
                .containsEntry("EncryptionType", "WPA2")
                .containsEntry("Password", "12345678")
                .containsEntry("AutoJoin", true);
    }

    @Test
    void mail_by_activesync_and_a_policy_are_typed_as_apple_wants_them() throws Exception {
        var document = render(new Orders()
                .with("apple.eas.Host", "mail.example.com", Ownership.ENFORCED)
                .with("apple.eas.MailNumberOfPastDaysToSync", "7", Ownership.ENFORCED)
                .with("apple.passcode.minLength", "6", Ownership.LOCKED)
                .with("apple.restrictions.allowCamera", "false", Ownership.ENFORCED));

        assertThat(payloads(document).get("com.apple.eas.account"))
                .containsEntry("Host", "mail.example.com")
                .containsEntry("MailNumberOfPastDaysToSync", 7);
        assertThat(payloads(document).get("com.apple.mobiledevice.passwordpolicy"))
                .containsEntry("minLength", 6);
        assertThat(payloads(document).get("com.apple.applicationaccess")).containsEntry("allowCamera", false);
        assertThat(profile(document)).containsEntry("PayloadRemovalDisallowed", true);
    }

    @Test
    void certificates_are_told_one_by_one() throws Exception {
        String pem = new TestAuthority("CN=Office CA").pem();
        var document = render(new Orders().with("security.trusted_certificates", pem, Ownership.ENFORCED));

        assertThat(payloads(document).get("com.apple.security.root")).containsKey("PayloadContent");
        assertThat(text(document)).contains("<data>").doesNotContain("BEGIN CERTIFICATE");
    }

    @Test
    void a_newer_profile_takes_the_place_of_the_one_before() throws Exception {
        Map<String, Object> before = profile(render(new Orders()));
        Map<String, Object> after = profile(render(new Orders().with("apple.eas.Host", "x", Ownership.ENFORCED)));

        assertThat(after.get("PayloadIdentifier")).isEqualTo(before.get("PayloadIdentifier"));
        assertThat(after.get("PayloadUUID")).isEqualTo(before.get("PayloadUUID"));
        assertThat(text(render(new Orders()))).doesNotContain(Orders.BASE.getPath());
    }

    @ParameterizedTest
    @CsvSource({"apple.vpn.Host, x", "apple.eas, x", "apple.eas.a/b, x", "apple.passcode.minLength, six"})
    void what_a_profile_cannot_hold_is_refused(String key, String value) {
        assertThat(Refusals.of(() -> render(new Orders().with(key, value, Ownership.ENFORCED)))
                        .code())
                .isEqualTo("document.not-writable");
    }

    @Test
    void a_value_that_the_user_might_change_is_said_to_be_impossible() {
        assertThat(render(new Orders().with("apple.eas.Host", "x", Ownership.INITIAL))
                        .warnings())
                .anyMatch(line -> line.startsWith("settings.ownership-unsupported: eas.Host"));
    }

    @Property(tries = 200)
    void any_text_survives_or_is_refused(@ForAll @StringLength(max = 60) String value) throws IOException {
        try {
            var document = new AppleProfile()
                    .render(
                            "settings.mobileconfig",
                            new Orders()
                                    .with("apple.webclip.Label", value, Ownership.ENFORCED)
                                    .order());
            assertThat(payloads(document)
                            .get("com.apple.webClip.managed")
                            .get("Label")
                            .toString())
                    .isEqualTo(value);
        } catch (dev.slipway.base.fleet.Refusal refused) {
            assertThat(refused.code()).isEqualTo("document.not-writable");
        } catch (Exception unreadable) {
            throw new IOException(unreadable);
        }
    }
}
