package dev.slipway.admin.cli;

import dev.slipway.base.wire.data.DataFile;
import dev.slipway.base.wire.dhcp.DhcpRule;
import dev.slipway.base.wire.dhcp.DhcpSyntax;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** What a DHCP server must say so that new phones find theirs. */
final class ZeroTouchCommands {
    private static final String MAKERS = "dhcp-makers.tsv";

    private ZeroTouchCommands() {}

    static CommandSpec spec() {
        CommandSpec noun = Commands.group("zero-touch", "How new phones find their server.");
        CommandSpec dhcp = Commands.add(noun, "dhcp", "Print options for a DHCP server.", ZeroTouchCommands::dhcp);
        dhcp.addOption(Commands.required("--maker", "NAME", "Such as snom or yealink."));
        dhcp.addOption(Commands.required("--server-kind", "KIND", "dnsmasq, kea or isc."));
        dhcp.addOption(Commands.option("--address", "URL", "Where phones fetch; no server is asked then."));
        dhcp.addOption(Commands.option("--device", "NAME", "Open the address of this device, for its MAC alone."));
        dhcp.addOption(Commands.several("--mac", "MAC", "Only phones whose MAC address begins so. Several times."));
        return noun;
    }

    private static int dhcp(Session session) {
        String maker = session.option("--maker").orElseThrow().toLowerCase(Locale.ROOT);
        List<String> row = row(maker);
        List<String> macs = new ArrayList<>(session.options("--mac"));
        String address = session.option("--address").orElseGet(() -> opened(session, macs));
        List<DhcpRule> rules = matches(maker, row.get(1), macs).entrySet().stream()
                .map(match -> rule(match.getKey(), match.getValue(), row, address))
                .toList();
        session.terminal().out().print(syntax(session).write(rules));
        return Exit.OK;
    }

    private static DhcpSyntax syntax(Session session) {
        String kind = session.option("--server-kind").orElseThrow();
        try {
            return DhcpSyntax.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Failed(Exit.USAGE, "cli.dhcp-kind", "--server-kind takes dnsmasq, kea or isc.");
        }
    }

    /** The main file of a device, whose MAC address is added to {@code macs}; a first contact is let in from now on. */
    private static String opened(Session session, List<String> macs) {
        String device = session.option("--device")
                .orElseThrow(() -> new Failed(
                        Exit.USAGE,
                        "cli.dhcp-address",
                        "Give --address URL, or --device NAME of a device on the server: there is no address"
                                + " for all."));
        JsonNode record = session.rest().get(Rest.path(Nouns.DEVICE.words(), device));
        record.path("identifiers")
                .valueStream()
                .filter(identifier -> identifier.path("kind").asString("").equals("mac"))
                .forEach(identifier -> macs.add(identifier.path("value").asString("")));
        if (macs.isEmpty()) {
            throw new Failed(Exit.INVALID, "cli.dhcp-mac", "The device has no MAC address: give it one first.");
        }
        JsonNode address =
                session.rest().post(Rest.path(Nouns.DEVICE.words(), device, "address"), Rest.JSON.createObjectNode());
        return address.path("file").asString("");
    }

    private static SortedMap<String, DhcpRule.Match> matches(String maker, String vendorClass, List<String> macs) {
        SortedMap<String, DhcpRule.Match> matches = new TreeMap<>();
        for (String mac : macs) {
            String digits = mac.toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
            if (!digits.matches("([0-9a-f]{2}){1,6}")) {
                throw new Failed(Exit.USAGE, "cli.dhcp-mac", "--mac takes 1 to 6 bytes, such as 00:04:13.");
            }
            String prefix = digits.replaceAll("(..)(?!$)", "$1:");
            matches.put("slipway-" + maker + "-" + digits, new DhcpRule.Hardware(prefix));
        }
        if (matches.isEmpty() && vendorClass.equals("-")) {
            throw new Failed(
                    Exit.USAGE,
                    "cli.dhcp-mac",
                    "Nobody has written down what " + maker + " sends as its vendor class: give --mac, once or more.");
        }
        if (matches.isEmpty()) {
            matches.put("slipway-" + maker, new DhcpRule.VendorClass(vendorClass));
        }
        return matches;
    }

    private static DhcpRule rule(String name, DhcpRule.Match match, List<String> row, String address) {
        try {
            var url = new URI(address);
            String server = url.getScheme() + "://" + url.getRawAuthority();
            if (url.getRawAuthority() == null || !server.matches("https?://.+")) {
                throw new URISyntaxException(address, "not http or https");
            }
            String path = address.substring(server.length()).replaceFirst("^/", "");
            return new DhcpRule(name, match, options(row, text -> text.replace("{url}", address)
                    .replace("{server}", server)
                    .replace("{path}", path)));
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            throw new Failed(
                    Exit.INVALID,
                    "cli.dhcp-url",
                    "DHCP can carry an http or https address of at most 255 printable characters, not \"%s\"."
                            .formatted(address));
        }
    }

    private static List<DhcpRule.Option> options(List<String> row, java.util.function.UnaryOperator<String> fill) {
        List<DhcpRule.Option> options = new ArrayList<>();
        SortedMap<Integer, String> within = new TreeMap<>();
        for (String column : row.subList(2, row.size())) {
            String[] parts = column.split("=", 2);
            String value = fill.apply(parts[1]);
            if (value.isEmpty()) {
                continue;
            }
            if (parts[0].startsWith("43/")) {
                within.put(Integer.valueOf(parts[0].substring(3)), value);
            } else {
                options.add(new DhcpRule.Text(Integer.parseInt(parts[0]), value));
            }
        }
        if (!within.isEmpty()) {
            options.add(new DhcpRule.Encapsulated(43, within));
        }
        return options;
    }

    private static List<String> row(String maker) {
        List<List<String>> rows = rows();
        return rows.stream()
                .filter(row -> row.getFirst().equals(maker))
                .findFirst()
                .orElseThrow(() -> new Failed(
                        Exit.USAGE,
                        "cli.dhcp-maker",
                        "--maker takes one of "
                                + String.join(
                                        ", ", rows.stream().map(List::getFirst).toList()) + "."));
    }

    private static List<List<String>> rows() {
        return DataFile.lines(DataFile.text(ZeroTouchCommands.class, MAKERS))
                .map(line -> List.of(line.split("\t")))
                .toList();
    }
}
