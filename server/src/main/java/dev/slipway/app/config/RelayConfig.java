package dev.slipway.app.config;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.door.relay.RelayOptions;
import dev.slipway.door.relay.RelayOptions.Tls.Shown;
import dev.slipway.door.relay.RelayOptions.Way;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Backend;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.Rule;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a relay is told at its start; see {@code docs/reference/configuration.md}.
 *
 * @param drain how long answers that pass may take when it stops
 */
public record RelayConfig(
        RelayOptions options, int managementPort, boolean accessLog, Duration drain, String logLevel) {
    /**
     * Reads the tree; values that do not fit together are the refusal {@code config.contradiction}.
     *
     * @param data where a switching center keeps its key and its alias table
     */
    public static RelayConfig of(ConfigValues values, Path data) {
        return new RelayConfig(
                options(values, data),
                values.whole("relay.management_port"),
                yes(values, "relay.access_log"),
                Duration.ofSeconds(values.whole("relay.drain_seconds")),
                values.text("log.level"));
    }

    private static RelayOptions options(ConfigValues values, Path data) {
        Map<Lane, Way> lanes = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            String key = "relay." + lane.word();
            lanes.put(
                    lane,
                    new Way(
                            Backend.read(values.text(key)),
                            Backend.read(values.text(key + "_tls")),
                            yes(values, key + "_header")));
        }
        return new RelayOptions(
                new RelayOptions.At(values.text("relay.host"), values.whole("relay.port"), tunnels(values, data)),
                limits(values),
                lanes,
                Rule.read(values.text("relay.rules")),
                tls(values),
                Config.networks(values, "relay.trusted_networks"));
    }

    private static Optional<RelayOptions.Tunnels> tunnels(ConfigValues values, Path data) {
        return Optional.of(values.text("relay.tunnel_host"))
                .filter(host -> !host.isEmpty())
                .map(host -> new RelayOptions.Tunnels(host, values.whole("relay.tunnel_port"), data.resolve("center")));
    }

    private static Sources.Limits limits(ConfigValues values) {
        return new Sources.Limits(
                values.whole("relay.source_rate"),
                values.whole("relay.source_burst"),
                values.whole("relay.source_connections"),
                values.whole("relay.source_opening"),
                Long.parseLong(values.text("relay.source_bytes")),
                values.whole("relay.connections_max"));
    }

    private static RelayOptions.Tls tls(ConfigValues values) {
        Optional<Path> chain = file(values, "relay.tls_certificate");
        Optional<Path> key = file(values, "relay.tls_key");
        if (chain.isPresent() != key.isPresent()) {
            throw new Refusal(
                    "config.contradiction",
                    "relay.tls_certificate and relay.tls_key belong together: give both or neither");
        }
        return new RelayOptions.Tls(
                chain.flatMap(present -> key.map(given -> new Shown(present, given))),
                file(values, "relay.backend_authorities"));
    }

    private static boolean yes(ConfigValues values, String name) {
        return Boolean.parseBoolean(values.text(name));
    }

    private static Optional<Path> file(ConfigValues values, String name) {
        return Optional.of(values.text(name)).filter(text -> !text.isEmpty()).map(Path::of);
    }

    /**
     * The switching center that a server dials.
     *
     * @param center not looked up
     * @param proxy not looked up; empty for none
     * @param aliases by which it wants to be found; empty: those of all tenants
     */
    public record Center(
            InetSocketAddress center,
            Optional<InetSocketAddress> proxy,
            Secret code,
            List<String> aliases,
            int connections) {
        public Center {
            aliases = List.copyOf(aliases);
        }

        /** Reads it; empty when none is dialled. */
        public static Optional<Center> of(ConfigValues values) {
            return address(values, "relay.center")
                    .map(center -> new Center(
                            center,
                            address(values, "relay.center_proxy"),
                            new Secret(values.text("relay.code")),
                            Stream.of(values.text("relay.aliases").split(","))
                                    .filter(alias -> !alias.isEmpty())
                                    .toList(),
                            values.whole("relay.center_connections")));
        }

        private static Optional<InetSocketAddress> address(ConfigValues values, String key) {
            String text = values.text(key);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            int colon = text.lastIndexOf(':');
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port < 1 || port > 65_535) {
                throw new Refusal("config.value-invalid", "%s is \"%s\", whose port is none.".formatted(key, text));
            }
            return Optional.of(InetSocketAddress.createUnresolved(text.substring(0, colon), port));
        }
    }
}
