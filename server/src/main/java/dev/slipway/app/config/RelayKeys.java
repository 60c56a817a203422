package dev.slipway.app.config;

import dev.slipway.app.config.ConfigType.Whole;
import java.util.List;
import java.util.stream.Stream;

/** The keys of {@code slipway relay}, in the order of the reference page. */
final class RelayKeys {
    private static final ConfigType BACKENDS = ConfigKeys.text(
            "HOST:PORT or tls://HOST:PORT with commas between them; empty for none",
            "((tls://)?[^\\s,/]{1,255}:[0-9]{1,5}(,(tls://)?[^\\s,/]{1,255}:[0-9]{1,5}){0,31})?");
    private static final ConfigType PASSED = ConfigKeys.text(
            "HOST:PORT with commas between them; empty for none",
            "([^\\s,/]{1,255}:[0-9]{1,5}(,[^\\s,/]{1,255}:[0-9]{1,5}){0,31})?");
    private static final String HEADER =
            "Whether they are told for whom a connection is made (PROXY header, version 2).";

    private RelayKeys() {}

    static List<ConfigKey> all() {
        return Stream.of(places(), beginnings(), limits(), ofSite())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ConfigKey> places() {
        return List.of(
                new ConfigKey("relay.host", ConfigKeys.HOST, "*", "Where devices reach a relay."),
                new ConfigKey("relay.port", ConfigKeys.PORT, "1700", "Its one port."),
                new ConfigKey(
                        "relay.tunnel_host",
                        ConfigKeys.text(
                                "address to listen on; * for all; empty for none", "\\*|[0-9A-Za-z.:_-]{0,255}"),
                        "",
                        "Where sites dial a switching center; empty: it is none."),
                new ConfigKey("relay.tunnel_port", ConfigKeys.PORT, "1701", "The port that they dial."),
                new ConfigKey("relay.management_port", ConfigKeys.PORT, "1709", "Its health and metrics, on loopback."),
                new ConfigKey("relay.portal", BACKENDS, "127.0.0.1:3615", "Servers of provisioning."),
                new ConfigKey("relay.portal_tls", PASSED, "127.0.0.1:3616", "The same for TLS that is passed through."),
                new ConfigKey("relay.portal_header", ConfigKeys.YES_NO, "true", HEADER),
                new ConfigKey("relay.activesync", BACKENDS, "", "Servers of Exchange ActiveSync and Autodiscover."),
                new ConfigKey("relay.activesync_tls", PASSED, "", "The same for TLS that is passed through."),
                new ConfigKey("relay.activesync_header", ConfigKeys.YES_NO, "false", HEADER),
                new ConfigKey("relay.default", BACKENDS, "", "Servers of everything else, any service over TCP."),
                new ConfigKey("relay.default_tls", PASSED, "", "The same for TLS that is passed through."),
                new ConfigKey("relay.default_header", ConfigKeys.YES_NO, "false", HEADER));
    }

    private static List<ConfigKey> beginnings() {
        return List.of(
                new ConfigKey(
                        "relay.rules",
                        ConfigKeys.text(
                                "LOOK:VALUE=LANE with ; between them, LOOK of path, anycase, host, sni, alpn, bytes",
                                "[^\\x00]{0,65536}"),
                        "",
                        "Rules that are asked before the usual ones."),
                new ConfigKey(
                        "relay.tls_certificate",
                        ConfigKeys.FILE,
                        "",
                        "Certificate chain (PEM) of TLS that ends at the relay; empty: it is passed through."),
                new ConfigKey("relay.tls_key", ConfigKeys.FILE, "", "Private key of that certificate (PEM, PKCS#8)."),
                new ConfigKey(
                        "relay.backend_authorities",
                        ConfigKeys.FILE,
                        "",
                        "Who signed the certificates of tls:// servers (PEM); empty for the usual authorities."),
                new ConfigKey(
                        "relay.trusted_networks",
                        ConfigKeys.NETWORKS,
                        "",
                        "Proxies before the relay: they must send a PROXY header, and it is believed."));
    }

    private static List<ConfigKey> limits() {
        return List.of(
                new ConfigKey(
                        "relay.connections_max",
                        new Whole("connections", 10, 1_000_000),
                        "50000",
                        "At once; lowered to what the process may open."),
                new ConfigKey(
                        "relay.source_rate",
                        new Whole("connections a second", 1, 1_000_000),
                        "20",
                        "New ones of one address (IPv6: of 64 bits)."),
                new ConfigKey("relay.source_burst", new Whole("connections", 1, 1_000_000), "60", "The same at once."),
                new ConfigKey(
                        "relay.source_connections",
                        new Whole("connections", 1, 1_000_000),
                        "5000",
                        "Of one address at a time."),
                new ConfigKey(
                        "relay.source_opening",
                        new Whole("connections", 1, 1_000_000),
                        "20",
                        "Of one address that have not said yet what they are."),
                new ConfigKey(
                        "relay.source_bytes",
                        new Whole("bytes a second", 0, 1L << 40),
                        "0",
                        "Of one address, both directions together; 0 for no limit."),
                new ConfigKey(
                        "relay.access_log",
                        ConfigKeys.YES_NO,
                        "true",
                        "One JSON line a connection on standard output."),
                new ConfigKey(
                        "relay.drain_seconds",
                        new Whole("seconds", 0, 3600),
                        "30",
                        "How long answers that pass may take when it stops."));
    }

    /** Of {@code serve}, which dials. */
    private static List<ConfigKey> ofSite() {
        return List.of(
                new ConfigKey(
                        "relay.center",
                        ConfigKeys.text("HOST:PORT; empty for none", "([^\\s,/]{1,255}:[0-9]{1,5})?"),
                        "",
                        "The switching center that the server dials, so that devices find it by alias."),
                new ConfigKey(
                        "relay.code",
                        ConfigKeys.secret("two words with a - between; empty when it was used before"),
                        "",
                        "Binds the alias to this server, once: `relay alias code` at the center prints it."),
                new ConfigKey(
                        "relay.aliases",
                        ConfigKeys.text(
                                "aliases with commas between them; empty for those of all tenants", "[^\\s]{0,8192}"),
                        "",
                        "By which the server wants to be found."),
                new ConfigKey(
                        "relay.center_proxy",
                        ConfigKeys.text("HOST:PORT; empty for none", "([^\\s,/]{1,255}:[0-9]{1,5})?"),
                        "",
                        "HTTP proxy through which the center is dialled (CONNECT)."),
                new ConfigKey(
                        "relay.center_connections",
                        new Whole("connections", 1, 4),
                        "2",
                        "Tunnels to the center at a time."));
    }
}
