package dev.slipway.app.config;

import dev.slipway.app.config.ConfigType.Text;
import dev.slipway.app.config.ConfigType.Whole;
import dev.slipway.base.store.DatabaseOptions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every key there is, in the order of the reference page. */
final class ConfigKeys {
    static final ConfigType PORT = new Whole("port (0 takes a free one)", 0, 65_535);
    static final ConfigType HOST = text("address to listen on; * for all", "\\*|[0-9A-Za-z.:_-]{1,255}");
    static final ConfigType FILE = text("path of a file; empty for none", "[^\\x00]{0,4096}");
    private static final ConfigType URL =
            text("http or https address without a path; empty for none", "(https?://[^/\\s]+)?");
    private static final String INTERFACE = "[^\\s,=]{1,64}(=[^\\s,=@]+@[^\\s,=@]+)?";
    static final ConfigType NETWORKS = text(
            "networks as 10.0.0.0/8 with commas between them; empty for none",
            "([0-9a-fA-F.:]{2,45}(/[0-9]{1,3})?(,[0-9a-fA-F.:]{2,45}(/[0-9]{1,3})?){0,63})?");
    static final ConfigType YES_NO = text("true or false", "true|false");

    private static final List<ConfigKey> OF_SERVER = List.of(
            new ConfigKey("portal.host", HOST, "*", "Where devices reach the portal."),
            new ConfigKey("portal.http_port", PORT, "3605", "Portal without TLS."),
            new ConfigKey("portal.https_port", PORT, "3606", "Portal with TLS; log-on and tokens need it."),
            new ConfigKey(
                    "portal.public_url",
                    URL,
                    "",
                    "Address in links and messages of the first tenant, used when it is made."),
            new ConfigKey(
                    "portal.alias",
                    text("e-mail-like name; empty makes one", "([^\\s@]+@[^\\s@]+)?"),
                    "",
                    "Alias of the first tenant, used when it is made."),
            new ConfigKey(
                    "portal.tls_certificate",
                    FILE,
                    "",
                    "Certificate chain (PEM); the server makes its own when empty."),
            new ConfigKey("portal.tls_key", FILE, "", "Private key of that certificate (PEM, PKCS#8)."),
            new ConfigKey(
                    "portal.client_authorities",
                    text(
                            "paths of files with commas between them; empty for none",
                            "([^\\x00,]{1,4096}(,[^\\x00,]{1,4096}){0,31})?"),
                    "",
                    "Authorities of phone makers (PEM) by whose certificates phones prove their MAC address."),
            new ConfigKey(
                    "portal.connections_max",
                    new Whole("connections", 10, 1_000_000),
                    "50000",
                    "More are closed at once."),
            new ConfigKey("portal.relay_host", HOST, "127.0.0.1", "Where relays reach the portal."),
            new ConfigKey(
                    "portal.relay_http_port",
                    PORT,
                    "3615",
                    "Portal for relays without TLS; they say for whom they call (PROXY header)."),
            new ConfigKey("portal.relay_https_port", PORT, "3616", "The same for TLS that relays pass through."),
            new ConfigKey(
                    "portal.relay_networks",
                    NETWORKS,
                    "127.0.0.0/8,::1",
                    "Relays that may call there; nobody listens there when empty."),
            new ConfigKey(
                    "pnp.interfaces",
                    text(
                            "names with commas between them, each alone or NAME=ALIAS; empty for none",
                            "(" + INTERFACE + "(," + INTERFACE + ")*)?"),
                    "",
                    "Where phones that are new may ask the network for their server (SIP PnP), and for which tenant."),
            new ConfigKey(
                    "pnp.makers",
                    text("names in lower case with commas between them", "[a-z0-9-]{1,40}(,[a-z0-9-]{1,40}){0,63}"),
                    "gigaset,snom,yealink",
                    "Makers whose phones are answered there."),
            new ConfigKey("pnp.port", PORT, "5060", "Where they ask (UDP)."),
            new ConfigKey(
                    "messages.inner_hosts",
                    text(
                            "host names in lower case with commas between them; * for all; empty for none",
                            "\\*|([a-z0-9.:\\[\\]-]{1,255}(,[a-z0-9.:\\[\\]-]{1,255}){0,63})?"),
                    "",
                    "Hosts of inner networks that message gateways may call, also without TLS."),
            new ConfigKey(
                    "console.host",
                    HOST,
                    "127.0.0.1",
                    "Where the REST API listens; beyond loopback only with TLS in front."),
            new ConfigKey("console.port", PORT, "3600", "The REST API."),
            new ConfigKey("console.behind_proxy", YES_NO, "false", "True when a TLS proxy stands before the REST API."),
            new ConfigKey("management.host", HOST, "127.0.0.1", "Where health and metrics are answered."),
            new ConfigKey("management.port", PORT, "3609", "Health and metrics."),
            new ConfigKey(
                    "database.url",
                    text("jdbc:postgresql://...; empty for the bundled PostgreSQL", "(jdbc:postgresql:.+)?"),
                    "",
                    "The database."),
            new ConfigKey("database.user", text("name", "[^\\s]{0,63}"), "slipway", "User of an own database."),
            new ConfigKey("database.password", secret("text"), "", "Password of an own database."),
            new ConfigKey(
                    "database.connections_max",
                    new Whole("connections", 2, DatabaseOptions.CONNECTIONS_MAX),
                    "10",
                    "Connections of this server to the database."),
            new ConfigKey(
                    "secrets.key_file",
                    FILE,
                    "",
                    "Key of the secrets at rest, shared by all servers; empty for DATA/secrets.key."),
            new ConfigKey(
                    "artifacts.bytes_max",
                    new Whole("bytes", 1, 1L << 40),
                    "4294967296",
                    "Longest artifact that may be uploaded."),
            new ConfigKey(
                    "log.level",
                    text("off, severe, warning, info, fine or all", "off|severe|warning|info|fine|all"),
                    "info",
                    "How much is logged."));

    static final List<ConfigKey> ALL =
            Stream.concat(OF_SERVER.stream(), RelayKeys.all().stream()).toList();

    private ConfigKeys() {}

    static ConfigType text(String words, String shape) {
        return new Text(words, Pattern.compile(shape), false);
    }

    static ConfigType secret(String words) {
        return new Text(words, Pattern.compile("[^\\x00]{0,1024}"), true);
    }
}
