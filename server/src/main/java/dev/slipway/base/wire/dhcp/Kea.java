package dev.slipway.base.wire.dhcp;

import dev.slipway.base.wire.dhcp.DhcpRule.Encapsulated;
import dev.slipway.base.wire.dhcp.DhcpRule.Hardware;
import dev.slipway.base.wire.dhcp.DhcpRule.Option;
import dev.slipway.base.wire.dhcp.DhcpRule.Text;
import dev.slipway.base.wire.dhcp.DhcpRule.VendorClass;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Client classes of Kea (Kea Administrator Reference Manual, sections "Client Classification" and "DHCPv4
 * Vendor-Specific
 * Options"): option 43 is given its type within the class, and 160 one of its own.
 */
final class Kea {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int VENDOR = 43;
    private static final int CUSTOM = 160;

    private Kea() {}

    static String configuration(List<DhcpRule> rules) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode dhcp = root.putObject("Dhcp4");
        if (rules.stream().flatMap(rule -> rule.options().stream()).anyMatch(option -> option.code() == CUSTOM)) {
            dhcp.putArray("option-def").add(definition("slipway-160", CUSTOM, "string"));
        }
        var classes = dhcp.putArray("client-classes");
        rules.forEach(rule -> classes.add(rule(rule)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode definition(String name, int code, String type) {
        return JSON.createObjectNode().put("name", name).put("code", code).put("type", type);
    }

    private static ObjectNode rule(DhcpRule rule) {
        ObjectNode made = JSON.createObjectNode().put("name", rule.name()).put("test", test(rule));
        if (rule.options().stream().anyMatch(option -> option.code() == VENDOR)) {
            made.putArray("option-def").add(definition("vendor-encapsulated-options", VENDOR, "binary"));
        }
        var options = made.putArray("option-data");
        rule.options().forEach(option -> options.add(option(option)));
        return made;
    }

    private static String test(DhcpRule rule) {
        return switch (rule.match()) {
            case VendorClass vendor ->
                "substring(option[60].hex,0,%d) == '%s'"
                        .formatted(vendor.prefix().length(), vendor.prefix());
            case Hardware hardware ->
                "substring(pkt4.mac,0,%d) == 0x%s"
                        .formatted(hardware.count(), hardware.prefix().replace(":", ""));
        };
    }

    private static ObjectNode option(Option option) {
        ObjectNode made = JSON.createObjectNode().put("code", option.code()).put("always-send", true);
        return switch (option) {
            case Text text -> made.put("data", text.value().replace(",", "\\,"));
            case Encapsulated encapsulated ->
                made.put("csv-format", false).put("data", encapsulated.hex().replace(":", ""));
        };
    }
}
