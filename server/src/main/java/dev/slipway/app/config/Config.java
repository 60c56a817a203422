package dev.slipway.app.config;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.http.clients.Network;
import dev.slipway.door.phone.pnp.PnpOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the server is told at its start, as one tree; see {@code docs/reference/configuration.md}. */
public record Config(
        Portal portal, Doors doors, Console console, Management management, Database database, Storage storage) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1");

    /** Where devices come. */
    public record Portal(String host, int httpPort, int httpsPort, FirstTenant tenant, Tls tls, Bounds bounds) {}

    /**
     * Who may come, and how many.
     *
     * @param relays that come to ports of their own; none when it has no networks
     */
    public record Bounds(int connectionsMax, Relays relays) {}

    /** Where relays reach the portal, and which may. */
    public record Relays(String host, int httpPort, int httpsPort, List<Network> networks) {
        public Relays {
            networks = List.copyOf(networks);
        }
    }

    /** What the tenant {@code default} is given when it is made; empty texts let the server choose. */
    public record FirstTenant(String publicUrl, String alias) {}

    /**
     * What is shown to devices over TLS, and what they are asked for.
     *
     * @param certificate empty for one that the server makes
     * @param clientAuthorities files; empty: no device is asked for a certificate
     */
    public record Tls(Optional<Certificate> certificate, List<Path> clientAuthorities) {
        public Tls {
            clientAuthorities = List.copyOf(clientAuthorities);
        }
    }

    /** Certificate chain and private key, PEM. */
    public record Certificate(Path chain, Path key) {}

    /**
     * What the other doors may do.
     *
     * @param innerHosts hosts of inner networks that message gateways may call; a star for all
     */
    public record Doors(PnpOptions pnp, Set<String> innerHosts) {}

    /** Where administrators come. */
    public record Console(String host, int port, boolean behindProxy) {}

    /** Health and metrics, and how much is logged. */
    public record Management(String host, int port, String logLevel) {}

    /** An own database; without an address, the bundled PostgreSQL. */
    public record Database(Optional<String> url, String user, Secret password, int connectionsMax) {}

    /** What is kept outside the database. */
    public record Storage(Optional<Path> secretsKeyFile, long artifactBytesMax) {}

    /** Reads the tree; values that do not fit together are the refusal {@code config.contradiction}. */
    public static Config of(ConfigValues values) {
        return new Config(
                portal(values),
                new Doors(pnp(values), Set.copyOf(list(values, "messages.inner_hosts"))),
                console(values),
                new Management(
                        values.text("management.host"), values.whole("management.port"), values.text("log.level")),
                new Database(
                        Optional.of(values.text("database.url")).filter(url -> !url.isEmpty()),
                        values.text("database.user"),
                        new Secret(values.text("database.password")),
                        values.whole("database.connections_max")),
                new Storage(file(values, "secrets.key_file"), Long.parseLong(values.text("artifacts.bytes_max"))));
    }

    /** Where new phones ask the network. */
    public PnpOptions pnp() {
        return doors.pnp();
    }

    private static PnpOptions pnp(ConfigValues values) {
        List<PnpOptions.Place> places = list(values, "pnp.interfaces").stream()
                .map(text -> text.split("=", 2))
                .map(parts ->
                        new PnpOptions.Place(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty()))
                .toList();
        return new PnpOptions(places, Set.copyOf(list(values, "pnp.makers")), values.whole("pnp.port"));
    }

    private static List<String> list(ConfigValues values, String name) {
        return Stream.of(values.text(name).split(","))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Console console(ConfigValues values) {
        Console console = new Console(
                values.text("console.host"),
                values.whole("console.port"),
                Boolean.parseBoolean(values.text("console.behind_proxy")));
        if (!LOOPBACK.matcher(console.host).matches() && !console.behindProxy) {
            throw new Refusal(
                    "config.contradiction",
                    ("console.host is %s, where tokens would pass in clear: keep it on 127.0.0.1,"
                                    + " or set console.behind_proxy when a proxy with TLS stands before it")
                            .formatted(console.host));
        }
        return console;
    }

    private static FirstTenant firstTenant(ConfigValues values) {
        String url = values.text("portal.public_url");
        if (!url.isEmpty() && host(url).isEmpty()) {
            throw new Refusal(
                    "config.value-invalid",
                    "portal.public_url is \"%s\", but must be: an address whose host is a name or number of the network"
                            .formatted(url));
        }
        return new FirstTenant(url, values.text("portal.alias"));
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost());
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Tls tls(ConfigValues values) {
        Optional<Path> chain = file(values, "portal.tls_certificate");
        Optional<Path> key = file(values, "portal.tls_key");
        if (chain.isPresent() != key.isPresent()) {
            throw new Refusal(
                    "config.contradiction",
                    "portal.tls_certificate and portal.tls_key belong together: give both or neither");
        }
        return new Tls(
                chain.flatMap(present -> key.map(given -> new Certificate(present, given))),
                list(values, "portal.client_authorities").stream().map(Path::of).toList());
    }

    private static Portal portal(ConfigValues values) {
        return new Portal(
                values.text("portal.host"),
                values.whole("portal.http_port"),
                values.whole("portal.https_port"),
                firstTenant(values),
                tls(values),
                new Bounds(values.whole("portal.connections_max"), relays(values)));
    }

    private static Relays relays(ConfigValues values) {
        return new Relays(
                values.text("portal.relay_host"),
                values.whole("portal.relay_http_port"),
                values.whole("portal.relay_https_port"),
                networks(values, "portal.relay_networks"));
    }

    static List<Network> networks(ConfigValues values, String name) {
        try {
            return Network.read(values.text(name));
        } catch (IllegalArgumentException none) {
            throw new Refusal("config.value-invalid", "%s: %s".formatted(name, none.getMessage()));
        }
    }

    private static Optional<Path> file(ConfigValues values, String name) {
        return Optional.of(values.text(name)).filter(text -> !text.isEmpty()).map(Path::of);
    }
}
