package dev.slipway.app.config;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.door.relay.RelayOptions;
import dev.slipway.door.relay.RelayOptions.Tls.Shown;
import dev.slipway.door.relay.RelayOptions.Way;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Backend;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a relay is told at its start; see {@code docs/reference/configuration.md}.
 *
 * @param drain how long answers that pass may take when it stops
 */
public record RelayConfig(
        RelayOptions options, int managementPort, boolean accessLog, Duration drain, String logLevel) {
    /** Reads the tree; values that do not fit together are the refusal {@code config.contradiction}. */
    public static RelayConfig of(ConfigValues values) {
        return new RelayConfig(
                options(values),
                values.whole("relay.management_port"),
                yes(values, "relay.access_log"),
                Duration.ofSeconds(values.whole("relay.drain_seconds")),
                values.text("log.level"));
    }

    private static RelayOptions options(ConfigValues values) {
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
                new RelayOptions.At(values.text("relay.host"), values.whole("relay.port")),
                limits(values),
                lanes,
                Rule.read(values.text("relay.rules")),
                tls(values),
                Config.networks(values, "relay.trusted_networks"));
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
}
