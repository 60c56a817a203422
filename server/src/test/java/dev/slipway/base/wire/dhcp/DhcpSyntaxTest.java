package dev.slipway.base.wire.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.wire.dhcp.DhcpRule.Encapsulated;
import dev.slipway.base.wire.dhcp.DhcpRule.Hardware;
import dev.slipway.base.wire.dhcp.DhcpRule.Text;
import dev.slipway.base.wire.dhcp.DhcpRule.VendorClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DhcpSyntaxTest {
    /** The example of the snom wiki for option 43: 66 {@code http://test} and 67 {@code snom/settings.php}. */
    private static final String SNOM_43 =
            "42:0c:68:74:74:70:3a:2f:2f:74:65:73:74:00:43:12:73:6e:6f:6d:2f:73:65:74:74:69:6e:67:73:2e:70:68:70:00";

    private static final List<DhcpRule> RULES = List.of(
            new DhcpRule(
                    "slipway-snom",
                    new VendorClass("snom"),
                    List.of(
                            new Text(66, "http://test"),
                            new Encapsulated(43, new TreeMap<>(Map.of(66, "http://test", 67, "snom/settings.php"))))),
            new DhcpRule("slipway-poly", new Hardware("64:16:7f"), List.of(new Text(160, "http://test/a,b"))));

    @Test
    void dnsmasq_gets_lines() {
        assertThat(DhcpSyntax.DNSMASQ.write(RULES)).isEqualTo("""
                dhcp-vendorclass=set:slipway-snom,snom
                dhcp-option-force=tag:slipway-snom,66,"http://test"
                dhcp-option-force=tag:slipway-snom,43,%s
                dhcp-mac=set:slipway-poly,64:16:7f:*:*:*
                dhcp-option-force=tag:slipway-poly,160,"http://test/a,b"
                """.formatted(SNOM_43));
    }

    @Test
    void dhcpd_gets_classes() {
        assertThat(DhcpSyntax.ISC.write(RULES)).isEqualTo("""
                option slipway-160 code 160 = text;
                class "slipway-snom" {
                  match if substring(option vendor-class-identifier, 0, 4) = "snom";
                  option tftp-server-name "http://test";
                  option vendor-encapsulated-options %s;
                }
                class "slipway-poly" {
                  match if substring(hardware, 1, 3) = 64:16:7f;
                  option slipway-160 "http://test/a,b";
                }
                """.formatted(SNOM_43));
    }

    @Test
    void kea_gets_json_with_classes() {
        var dhcp = JsonMapper.shared().readTree(DhcpSyntax.KEA.write(RULES)).path("Dhcp4");
        var snom = dhcp.path("client-classes").path(0);
        assertThat(snom.path("test").asString()).isEqualTo("substring(option[60].hex,0,4) == 'snom'");
        assertThat(snom.at("/option-data/1/data").asString()).isEqualTo(SNOM_43.replace(":", ""));
        assertThat(snom.at("/option-def/0/type").asString()).isEqualTo("binary");
        var poly = dhcp.path("client-classes").path(1);
        assertThat(poly.path("test").asString()).isEqualTo("substring(pkt4.mac,0,3) == 0x64167f");
        assertThat(poly.at("/option-data/0/data").asString()).isEqualTo("http://test/a\\,b");
        assertThat(dhcp.at("/option-def/0/code").asInt()).isEqualTo(160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\nb", "a\\b", "ü"})
    void what_would_end_a_line_or_a_text_is_refused(String value) {
        assertThatThrownBy(() -> new Text(66, value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VendorClass(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_option_holds_255_bytes_and_not_one_more() {
        assertThat(new Text(66, "x".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> new Text(66, "x".repeat(256))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Encapsulated(43, new TreeMap<>(Map.of(66, "x".repeat(252)))).inner())
                .hasSize(1);
        assertThatThrownBy(() -> new Encapsulated(43, new TreeMap<>(Map.of(66, "x".repeat(253)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
