package dev.slipway.base.wire.dhcp;

import dev.slipway.base.wire.dhcp.DhcpRule.Encapsulated;
import dev.slipway.base.wire.dhcp.DhcpRule.Hardware;
import dev.slipway.base.wire.dhcp.DhcpRule.Option;
import dev.slipway.base.wire.dhcp.DhcpRule.Text;
import dev.slipway.base.wire.dhcp.DhcpRule.VendorClass;
import java.util.List;
import java.util.stream.Collectors;

/** How a DHCP server's configuration says a rule. */
public enum DhcpSyntax {
    /** Lines of {@code dnsmasq.conf}; {@code dnsmasq --test} takes them. */
    DNSMASQ {
        @Override
        public String write(List<DhcpRule> rules) {
            return rules.stream().map(Dnsmasq::rule).collect(Collectors.joining());
        }
    },
    /** A {@code Dhcp4} of Kea that holds the classes and nothing else. */
    KEA {
        @Override
        public String write(List<DhcpRule> rules) {
            return Kea.configuration(rules);
        }
    },
    /** Classes of {@code dhcpd.conf}. */
    ISC {
        @Override
        public String write(List<DhcpRule> rules) {
            return Isc.DEFINITION + rules.stream().map(Isc::rule).collect(Collectors.joining());
        }
    };

    /** All rules as one text, with a line end at its end. */
    public abstract String write(List<DhcpRule> rules);

    /** dnsmasq(8): dhcp-vendorclass, dhcp-mac, dhcp-option-force, since phones do not always ask for what they read. */
    private static final class Dnsmasq {
        private static final int MAC_BYTES = 6;

        private Dnsmasq() {}

        static String rule(DhcpRule rule) {
            return match(rule)
                    + rule.options().stream()
                            .map(option -> "dhcp-option-force=tag:%s,%d,%s\n"
                                    .formatted(rule.name(), option.code(), value(option)))
                            .collect(Collectors.joining());
        }

        private static String match(DhcpRule rule) {
            return switch (rule.match()) {
                case VendorClass vendor -> "dhcp-vendorclass=set:%s,%s\n".formatted(rule.name(), vendor.prefix());
                case Hardware hardware ->
                    "dhcp-mac=set:%s,%s%s\n"
                            .formatted(rule.name(), hardware.prefix(), ":*".repeat(MAC_BYTES - hardware.count()));
            };
        }

        private static String value(Option option) {
            return switch (option) {
                case Text text -> '"' + text.value() + '"';
                case Encapsulated encapsulated -> encapsulated.hex();
            };
        }
    }

    /** dhcpd.conf(5), dhcp-eval(5). */
    private static final class Isc {
        static final String DEFINITION = "option slipway-160 code 160 = text;\n";

        private Isc() {}

        static String rule(DhcpRule rule) {
            return "class \"%s\" {\n  match if %s;\n".formatted(rule.name(), match(rule))
                    + rule.options().stream()
                            .map(option -> "  option %s;\n".formatted(said(option)))
                            .collect(Collectors.joining())
                    + "}\n";
        }

        private static String match(DhcpRule rule) {
            return switch (rule.match()) {
                case VendorClass vendor ->
                    "substring(option vendor-class-identifier, 0, %d) = \"%s\""
                            .formatted(vendor.prefix().length(), vendor.prefix());
                case Hardware hardware ->
                    "substring(hardware, 1, %d) = %s".formatted(hardware.count(), hardware.prefix());
            };
        }

        private static String said(Option option) {
            return switch (option) {
                case Text text -> "%s \"%s\"".formatted(name(text.code()), text.value());
                case Encapsulated encapsulated -> "%s %s".formatted(name(encapsulated.code()), encapsulated.hex());
            };
        }

        private static String name(int code) {
            return switch (code) {
                case 43 -> "vendor-encapsulated-options";
                case 66 -> "tftp-server-name";
                case 67 -> "bootfile-name";
                case 160 -> "slipway-160";
                default -> throw new IllegalArgumentException("dhcpd has no name for option " + code);
            };
        }
    }
}
